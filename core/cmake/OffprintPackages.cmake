# What `cpack` makes: Debian packages, one for each component of the installation. The heavy services are apart, so that
# whoever only converts text needs neither libvips nor libcurl.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME offprint)
set(CPACK_PACKAGE_VENDOR "The maintainers of Offprint")
set(CPACK_PACKAGE_CONTACT "The maintainers of Offprint <offprint@packages.debian.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has a summary of its own
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/core/cmake/debian/triggers)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_BINARY_DIR}/finish_packages.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/core/cmake/drop_ldconfig.cmake)

# A component of the installation as a Debian package.
#   offprint_add_package(<component> <package> SECTION <section> SUMMARY <line> TEXT <sentences> [DEPENDS <relation>...]
#                        [RECOMMENDS <relation>...])
function(offprint_add_package component package)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "SECTION;SUMMARY;TEXT" "DEPENDS;RECOMMENDS")
  string(TOUPPER ${component} key)
  list(JOIN arg_DEPENDS ", " depends)
  list(JOIN arg_RECOMMENDS ", " recommends)
  set(CPACK_COMPONENT_${key}_DESCRIPTION "${arg_SUMMARY}\n${arg_TEXT}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${arg_SECTION} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_RECOMMENDS "${recommends}" PARENT_SCOPE)
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} ${component} PARENT_SCOPE)
  set(package_names ${package_names} ${component}=${package} PARENT_SCOPE)
endfunction()

set(library_package liboffprint${PROJECT_VERSION_MAJOR})
set(same_version "${library_package} (= ${PROJECT_VERSION})")
set(package_names)
offprint_add_package(library ${library_package} SECTION libs RECOMMENDS offprint-images
  SUMMARY "converter of articles: library and formats"
  TEXT "Offprint reads articles, such as saved web pages and scraped text, and
writes them as e-books, Word files or JSON. This package has the library
and the plugins of its formats.")
offprint_add_package(development liboffprint-dev SECTION libdevel DEPENDS "${same_version}"
  SUMMARY "converter of articles: development files"
  TEXT "Offprint reads articles and writes them as e-books, Word files or JSON.
This package has what programs and plugins in C++ and C are built with.")
offprint_add_package(program offprint SECTION text DEPENDS "${same_version}"
  SUMMARY "converter of articles to e-books, Word files and JSON"
  TEXT "Offprint reads articles, such as saved web pages and scraped text, and
writes them as e-books, Word files or JSON. This package has the program.")
if(OFFPRINT_WITH_IMAGES)
  offprint_add_package(images offprint-images SECTION text DEPENDS "${same_version}"
    SUMMARY "converter of articles: conversion of images"
    TEXT "Offprint reads articles and writes them as e-books, Word files or JSON.
This package has the plugin that makes images what a format or a device
can show, which takes libvips.")
endif()
if(OFFPRINT_WITH_FETCH)
  offprint_add_package(fetch offprint-fetch SECTION text DEPENDS "${same_version}"
    SUMMARY "converter of articles: images from the network"
    TEXT "Offprint reads articles and writes them as e-books, Word files or JSON.
This package has the plugin that gets images from the network where the
user asks for it, which takes libcurl.")
endif()

configure_file(core/cmake/finish_packages.cmake.in ${PROJECT_BINARY_DIR}/finish_packages.cmake @ONLY)
include(CPack)
