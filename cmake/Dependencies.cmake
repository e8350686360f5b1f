# Libraries of the outer modules (scenario, experiment, report, cli). The modules from core to api need none.
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLite3 REQUIRED)
# Debian's own configuration file of NetCDF asks for packages that are not there.
find_path(NETCDF_INCLUDE netcdf.h REQUIRED)
find_library(NETCDF_LIBRARY netcdf REQUIRED)
add_library(thermidor_netcdf INTERFACE)
target_include_directories(thermidor_netcdf SYSTEM INTERFACE ${NETCDF_INCLUDE})
target_link_libraries(thermidor_netcdf INTERFACE ${NETCDF_LIBRARY})
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
