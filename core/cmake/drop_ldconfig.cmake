# Run by cpack over the packages that it made: takes away the scripts with which it calls ldconfig for whatever looks like
# a library. Plugins need none, and of the library's package a trigger does it, as Debian's policy asks.

foreach(package IN LISTS CPACK_PACKAGE_FILES)
  set(root ${package}.root)
  execute_process(COMMAND dpkg-deb --raw-extract ${package} ${root} COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE ${root}/DEBIAN/postinst ${root}/DEBIAN/postrm)
  execute_process(COMMAND dpkg-deb --root-owner-group --build ${root} ${package}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE ${root})
endforeach()
