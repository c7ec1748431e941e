# The page of the manual and the completions of the shells: what the program itself says of its options and of those of
# the plugins that were built, so that they are never out of date.

set(documents
  ${CMAKE_INSTALL_MANDIR}/man1/offprint.1                           --manual
  ${CMAKE_INSTALL_DATADIR}/bash-completion/completions/offprint     --completions=bash
  ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions/_offprint         --completions=zsh
  ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d/offprint.fish  --completions=fish)

set(plugin_targets)
foreach(plugin IN LISTS OFFPRINT_PLUGINS)
  list(APPEND plugin_targets offprint-${plugin})
endforeach()
set(document_files)
while(documents)
  list(POP_FRONT documents path option)
  set(file ${PROJECT_BINARY_DIR}/${path})
  get_filename_component(folder ${file} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${file}
    COMMAND ${CMAKE_COMMAND} -E env --unset=OFFPRINT_PLUGIN_PATH $<TARGET_FILE:offprint_program> ${option} > ${file}
    DEPENDS offprint_program ${plugin_targets}
    COMMENT "Writing ${path}"
    VERBATIM)
  list(APPEND document_files ${file})
  get_filename_component(destination ${path} DIRECTORY)
  install(FILES ${file} DESTINATION ${destination} COMPONENT program)
endwhile()
add_custom_target(offprint_documents ALL DEPENDS ${document_files})
