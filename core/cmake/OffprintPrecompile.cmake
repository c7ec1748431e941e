# The headers of the standard library that most files include, compiled once: parsing them takes half the time of a
# compilation. A file still includes what it uses: g++ compiles without this. Not installed.

set(offprint_standard_headers <algorithm> <array> <cstdint> <filesystem> <functional> <iterator> <map> <memory>
    <optional> <set> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

# Each target that there is compiles with them. What is linked into libraries and what into programs differs in its
# flags, hence one for each kind.
function(offprint_precompile_headers)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/precompiled.cpp CONTENT "int main() {}\n") # which nobody calls
  add_library(offprint_precompiled_library OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
  add_executable(offprint_precompiled_program EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/precompiled.cpp)
  set_target_properties(offprint_precompiled_program PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/CMakeFiles)
  foreach(kind IN ITEMS library program)
    # Times of files are nothing to a cache of compilations.
    target_compile_options(offprint_precompiled_${kind}
                           PRIVATE $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
    target_link_libraries(offprint_precompiled_${kind} PRIVATE Threads::Threads offprint_warnings)
    target_precompile_headers(offprint_precompiled_${kind} PRIVATE ${offprint_standard_headers})
  endforeach()
  get_property(folders DIRECTORY PROPERTY SUBDIRECTORIES)
  while(folders)
    list(POP_FRONT folders folder)
    get_property(inner DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    list(APPEND folders ${inner})
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
      get_target_property(type ${target} TYPE)
      if(type MATCHES "^(STATIC|SHARED|MODULE|OBJECT)_LIBRARY$")
        target_precompile_headers(${target} REUSE_FROM offprint_precompiled_library)
      elseif(type STREQUAL "EXECUTABLE")
        target_precompile_headers(${target} REUSE_FROM offprint_precompiled_program)
      endif()
    endforeach()
  endwhile()
endfunction()
