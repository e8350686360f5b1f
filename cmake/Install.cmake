# cmake --install: the command, the scenarios, a pack of the shipped one, and the C interface as the package Thermidor:
#
#   find_package(Thermidor REQUIRED)
#   target_link_libraries(program PRIVATE Thermidor::thermidor_api)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS thermidor RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/thermidor)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/LICENSE-DATA DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Packs are made by the command that has just been installed, out of the scenarios that stand beside it.
install(CODE "
  set(root \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  execute_process(COMMAND \"\${root}/${CMAKE_INSTALL_BINDIR}/thermidor\" pack
                          \"\${root}/${CMAKE_INSTALL_DATADIR}/thermidor/scenarios/soviet-1921\"
                          --out \"\${root}/${CMAKE_INSTALL_DATADIR}/thermidor/soviet-1921.pack\"
                  COMMAND_ERROR_IS_FATAL ANY)")

# The interface is one header; what stands behind it are static libraries without headers of their own.
install(FILES ${PROJECT_SOURCE_DIR}/src/api/thermidor.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
target_include_directories(thermidor_api PUBLIC $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
set(behind)
foreach(module core population signals economy party society model api)
  list(APPEND behind thermidor_${module})
endforeach()
install(TARGETS ${behind} thermidor_portable_floats thermidor_core_flags thermidor_warnings EXPORT ThermidorTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Thermidor)
install(EXPORT ThermidorTargets NAMESPACE Thermidor:: FILE ThermidorConfig.cmake DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ThermidorConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ThermidorConfigVersion.cmake DESTINATION ${package})
