# thermidor_module(<name> [OUTER] [LINKS <module>...] [LIBRARIES <target>...])
#
# One static library thermidor_<name> from all *.cpp below the calling folder; an interface library while there is none.
# OUTER modules may use exceptions; the others are compiled with the core flags. LINKS repeats the layer graph.
function(thermidor_module name)
  cmake_parse_arguments(ARG "OUTER" "" "LINKS;LIBRARIES" ${ARGN})
  set(target thermidor_${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(TRANSFORM ARG_LINKS PREPEND thermidor_)

  if(NOT sources)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
    target_link_libraries(${target} INTERFACE ${ARG_LINKS} thermidor_portable_floats)
    return()
  endif()

  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_link_libraries(${target} PUBLIC ${ARG_LINKS} thermidor_portable_floats PRIVATE thermidor_warnings ${ARG_LIBRARIES})
  if(NOT ARG_OUTER)
    target_link_libraries(${target} PRIVATE thermidor_core_flags)
  endif()
endfunction()
