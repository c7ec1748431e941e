# Adds a plugin: a module library named offprint-<format>.so with its manifest beside it.
# Installed with the package; this project's own plugins use it too.
#
#   offprint_add_plugin(<format> SOURCES <file>... [LIBRARIES <library or target>...]
#                       [DESTINATION <folder>])
#
# The target is offprint-<format>. DESTINATION is where the library and its manifest are built (default: the
# current binary folder); name that folder with `offprint --plugin-dir`.
function(offprint_add_plugin format)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DESTINATION" "SOURCES;LIBRARIES")
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "offprint_add_plugin(${format}): no SOURCES")
  endif()
  if(NOT arg_DESTINATION)
    set(arg_DESTINATION ${CMAKE_CURRENT_BINARY_DIR})
  endif()
  set(target offprint-${format})
  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE offprint::core ${arg_LIBRARIES})
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${target} SUFFIX ".so"
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${arg_DESTINATION})
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND $<TARGET_FILE:offprint::manifest> $<TARGET_FILE:${target}>
    COMMENT "Writing the manifest of ${target}"
    VERBATIM)
endfunction()
