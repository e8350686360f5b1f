# Warnings for our own sources. Linked PRIVATE, so that users of the libraries are not bothered.
add_library(thermidor_warnings INTERFACE)
target_compile_options(thermidor_warnings INTERFACE $<BUILD_INTERFACE:-Wall> $<BUILD_INTERFACE:-Wextra> $<BUILD_INTERFACE:-Wpedantic>
                                                   $<BUILD_INTERFACE:-Wconversion> $<BUILD_INTERFACE:-Wshadow>)
if(THERMIDOR_WERROR)
  target_compile_options(thermidor_warnings INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT THERMIDOR_WASM)
  # libstdc++ 12 itself calls what it deprecates (std::stable_sort).
  target_compile_options(thermidor_warnings INTERFACE $<BUILD_INTERFACE:-Wno-deprecated-declarations>)
endif()
