# The short commands. Everything here is a plain CMake call that works by hand too.
#
#   make demo         build, convert the demo article, say where the results lie
#   make test         build, run every test of the preset
#   make build        the program, the library and the plugins
#   make install      to PREFIX (honours DESTDIR)
#   make deb          Debian packages, to build/PRESET/packages
#   make abi          the dump of the C interface of a new version, for tests/abi
#   make golden       rewrite the golden files from what the program does now
#   make conformance  the outside judges over every document there is
#   make lint         clang-tidy over core and plugins (no part of CI: it advises)
#   make bench        time and memory beside pandoc and a bare HTML parser
#   make bench-extraction  the articles found in the corpora of ../shared beside other tools' and the targets
#   make bench-text   how fast plain text is read, beside iconv
#   make bench-json   how fast JSON is written and read, beside RapidJSON alone
#   make bench-epub   how fast e-books are written, beside deflating alone
#   make bench-images a page of 10 MB with one picture in base64, beside pandoc and the bare decoding and deflating
#   make bench-batch  pages a second of one job, two jobs, a worker, a process a page; beside pandoc and calibre
#   make bench-stages time of each stage of reading, and memory, over a corpus of ../shared
#   make bench-blind  20 pages with our result and Readability's, not told apart, in FOLDER; SEED chooses others
#   make fuzz         random input for each reader and the images, for SECONDS each; what fails is kept in build/fuzz/findings
#   make clean        remove what the preset built
#
# PRESET is one of CMakePresets.json.

PRESET ?= release
PREFIX ?= /usr/local
FOLDER ?= build/blind
SEED ?=
SECONDS ?= 60
BUILD := build/$(PRESET)
PROGRAM := $(BUILD)/bin/offprint
DEMO := carrow-light
PYTHON = OFFPRINT_PROGRAM=$(PROGRAM) PYTHONPATH=tests/support PYTHONDONTWRITEBYTECODE=1 python3

export CTEST_PARALLEL_LEVEL ?= $(shell nproc)

.PHONY: demo test build install deb abi golden conformance lint bench bench-text bench-json bench-epub bench-images bench-batch bench-stages bench-extraction bench-blind fuzz clean packages test-packages test-build

demo: build
	@mkdir -p build/demo
	@for format in epub docx json; do \
	    $(PROGRAM) fixtures/demo/$(DEMO).html -o build/demo/$(DEMO).$$format || exit; \
	    echo "build/demo/$(DEMO).$$format"; \
	done

test: test-build
	ctest --preset $(PRESET)

build: packages $(BUILD)/build.ninja
	@cmake --build $(BUILD) --target core/all plugins/all offprint_documents

install: build
	cmake --install $(BUILD) --prefix $(PREFIX)

deb: build
	cpack --config $(BUILD)/CPackConfig.cmake -B $(BUILD)/packages

abi: test-packages $(BUILD)/build.ninja
	@cmake --build $(BUILD) --target offprint_write_abi

golden: test-build
	$(PYTHON) tests/golden/run.py --accept fixtures

conformance: test-build
	OFFPRINT_CORPUS=all ctest --preset $(PRESET) --label-regex conformance

lint: packages $(BUILD)/build.ninja
	@.ci/lint $(BUILD)

bench: packages test-packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	OFFPRINT_BENCH_TOOLS=$(BUILD)/tests/bench $(PYTHON) tests/bench/run.py

bench-batch: packages test-packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	OFFPRINT_BENCH_TOOLS=$(BUILD)/tests/bench $(PYTHON) tests/bench/batch.py

bench-stages: packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	OFFPRINT_BENCH_TOOLS=$(BUILD)/tests/bench $(PYTHON) tests/bench/stages.py

bench-text: packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	$(BUILD)/tests/bench/offprint_text_speed

bench-json: packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	$(BUILD)/tests/bench/offprint_json_speed

bench-epub: packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	$(BUILD)/tests/bench/offprint_epub_speed

bench-images: packages test-packages
	cmake --preset $(PRESET) -DOFFPRINT_BUILD_BENCHMARKS=ON
	@cmake --build $(BUILD) --target core/all plugins/all tests/bench/all
	OFFPRINT_BENCH_TOOLS=$(BUILD)/tests/bench $(PYTHON) tests/bench/images.py

bench-extraction: build
	$(PYTHON) tests/bench/extraction.py

bench-blind: build
	$(PYTHON) tests/bench/extraction.py --blind $(FOLDER) --seed "$(SEED)"

fuzz: packages test-packages
	cmake --preset fuzz
	@cmake --build --preset fuzz
	tests/fuzz/run $(SECONDS)

clean:
	rm -rf $(BUILD) build/demo

test-build: packages test-packages $(BUILD)/build.ninja
	@cmake --build --preset $(PRESET)

$(BUILD)/build.ninja: CMakePresets.json
	cmake --preset $(PRESET)
	@touch $@

packages:
	@.ci/install-packages .ci/packages-build.txt

test-packages:
	@.ci/install-packages .ci/packages-test.txt
	@.ci/install-checkers
