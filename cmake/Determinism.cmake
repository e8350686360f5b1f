# Flags that keep the bits equal on all compilers, levels and machines.

# Everywhere: no fused multiply-add (both compilers contract by default where the machine allows it), no fast maths.
add_library(thermidor_portable_floats INTERFACE)
target_compile_options(thermidor_portable_floats INTERFACE $<BUILD_INTERFACE:-ffp-contract=off> $<BUILD_INTERFACE:-fno-fast-math>)
if(THERMIDOR_WASM)
  # Vectors of 128 bits, which browsers have since 2023 and Node.js since 16: runs take less than half the time, bits are the same.
  target_compile_options(thermidor_portable_floats INTERFACE -msimd128)
endif()

# core to api: also no exceptions and no run-time types, so that the same code is the WebAssembly module. Without errno the square
# root is one instruction instead of a call; its bits are the same.
add_library(thermidor_core_flags INTERFACE)
target_compile_options(thermidor_core_flags INTERFACE $<BUILD_INTERFACE:-fno-exceptions> $<BUILD_INTERFACE:-fno-rtti>
                                                      $<BUILD_INTERFACE:-fno-trapping-math> $<BUILD_INTERFACE:-fno-math-errno>)
# The bits are the same at every level. With g++ a run takes a twentieth less at -O3; with clang -O2 is as good.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(thermidor_core_flags INTERFACE $<BUILD_INTERFACE:-O3>)
endif()
