# Installs a build into an empty folder, builds a program of somebody else's against it, and runs both from elsewhere.
# Usage: cmake -DBUILD=<build folder> -DSOURCE=<tests/install> -DSCRATCH=<folder> -DCOMPILER=<C++ compiler> -P check_install.cmake
function(must)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${SCRATCH} RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGN}: exit code ${code}\n${text}")
  endif()
  set(text "${text}" PARENT_SCOPE)
endfunction()

# The C compiler of the same make: a bare machine has no other.
string(REPLACE "clang++" "clang" c_compiler "${COMPILER}")
string(REPLACE "g++" "gcc" c_compiler "${c_compiler}")

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
set(root ${SCRATCH}/root)
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${root})
must(${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/consumer -DCMAKE_PREFIX_PATH=${root} -DCMAKE_C_COMPILER=${c_compiler}
     -DCMAKE_CXX_COMPILER=${COMPILER}
     -DCMAKE_BUILD_TYPE=Release)
must(${CMAKE_COMMAND} --build ${SCRATCH}/consumer)
must(${SCRATCH}/consumer/consumer ${root}/share/thermidor/soviet-1921.pack)
if(NOT text MATCHES "^12 months, [0-9]+ series, digest [0-9a-f]+")
  message(FATAL_ERROR "the consumer said: ${text}")
endif()
# The installed scenario stands beside the installed command.
must(${root}/bin/thermidor doctor)
must(${root}/bin/thermidor validate ${root}/share/thermidor/scenarios/soviet-1921)
must(${root}/bin/thermidor list scenarios)
string(FIND "${text}" "${root}/" place)
if(place EQUAL -1)
  message(FATAL_ERROR "the installed command lists other scenarios than its own:\n${text}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
