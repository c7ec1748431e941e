# Tests written in Python (see program.py beside this file for what they share).
include_guard(GLOBAL)

set(OFFPRINT_CHECKERS_DIR ${PROJECT_SOURCE_DIR}/build/checkers CACHE PATH "Where .ci/install-checkers put the judges")

# Registers a command as a CTest test that is skipped when it ends with 77.
#   offprint_add_python_test(<suite> <name> COMMAND <word>... [PROPERTIES <property> <value>...])
function(offprint_add_python_test suite name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "COMMAND;PROPERTIES")
  add_test(NAME ${suite}.${name} COMMAND python3 ${arg_COMMAND})
  set(environment
    PYTHONPATH=${PROJECT_SOURCE_DIR}/tests/support
    PYTHONDONTWRITEBYTECODE=1
    OFFPRINT_PROGRAM=$<TARGET_FILE:offprint_program>
    OFFPRINT_SOURCE_DIR=${PROJECT_SOURCE_DIR}
    OFFPRINT_BINARY_DIR=${PROJECT_BINARY_DIR}
    OFFPRINT_CHECKERS_DIR=${OFFPRINT_CHECKERS_DIR})
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    list(APPEND environment OFFPRINT_SANITIZED=1)
  endif()
  set_tests_properties(${suite}.${name} PROPERTIES
    LABELS ${suite} SKIP_RETURN_CODE 77 TIMEOUT 300 ENVIRONMENT "${environment}" ${arg_PROPERTIES})
endfunction()

# Registers every `test_` method of unittest files as a test of its own: <suite>.<file>.<method>.
#   offprint_add_python_cases(<suite> <file>...)
function(offprint_add_python_cases suite)
  foreach(file IN LISTS ARGN)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(STRINGS ${path} definitions REGEX "^    def test_")
    string(REGEX REPLACE "_test.py$" "" group ${file})
    foreach(definition IN LISTS definitions)
      string(REGEX MATCH "test_[a-z0-9_]+" method "${definition}")
      string(REGEX REPLACE "^test_" "" case ${method})
      offprint_add_python_test(${suite} ${group}.${case}
        COMMAND ${PROJECT_SOURCE_DIR}/tests/support/run_case.py ${path} ${method})
    endforeach()
  endforeach()
endfunction()
