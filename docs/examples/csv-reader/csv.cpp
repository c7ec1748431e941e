// Reads comma-separated values (RFC 4180) as one table.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "offprint/plugin.hpp"
#include "offprint/text.hpp"

namespace {

using Record = std::vector<std::string>;

/// Takes CSV apart. A quote that is never closed runs to the end of the input.
class CsvParser {
public:
    CsvParser(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return position_ == text_.size(); }

    Record next_record() {
        Record record;
        do {
            record.push_back(next_field());
        } while (take(separator_));
        take('\r');
        take('\n');
        return record;
    }

private:
    bool take(char wanted) {
        if (at_end() || text_[position_] != wanted) return false;
        ++position_;
        return true;
    }

    std::string next_field() {
        std::string field;
        // Inside quotes everything counts as text, and a doubled quote stands for one.
        bool quoted = take('"');
        while (!at_end()) {
            const char c = text_[position_];
            if (c == '"' && quoted) {
                ++position_;
                quoted = take('"');
                if (quoted) field += '"';
                continue;
            }
            if (!quoted && (c == separator_ || c == '\n' || c == '\r')) break;
            field += c;
            ++position_;
        }
        return field;
    }

    std::string_view text_;
    char separator_;
    std::size_t position_ = 0;
};

offprint::TableCell make_cell(std::string_view text, bool header) {
    offprint::TableCell cell;
    cell.header = header;
    offprint::Paragraph paragraph;
    offprint::append_text(paragraph.content, offprint::collapse_space(text));
    cell.content.emplace_back(std::move(paragraph));
    return cell;
}

offprint::TableRow make_row(const Record& record, bool header) {
    offprint::TableRow row;
    for (const std::string& field : record) row.cells.push_back(make_cell(field, header));
    return row;
}

char separator_of(const offprint::Options& options) {
    const std::string& name = options.text("separator");
    return name == "tab" ? '\t' : name == "semicolon" ? ';' : ',';
}

class CsvReader final : public offprint::Reader {
public:
    offprint::Document read(offprint::ByteSource& source, const offprint::Options& options,
                            offprint::Context& context) override {
        const std::string bytes = source.read_all(context.limits());
        const std::string text = offprint::clean_xml_text(bytes);
        if (text != bytes) {
            context.report(offprint::Severity::warning, "csv.repaired", "bytes that are no UTF-8 text were replaced");
        }
        CsvParser parser(text, separator_of(options));
        offprint::TableSection head;
        head.kind = offprint::SectionKind::head;
        offprint::TableSection body;
        if (options.flag("header") && !parser.at_end()) head.rows.push_back(make_row(parser.next_record(), true));
        while (!parser.at_end()) {
            context.checkpoint();
            body.rows.push_back(make_row(parser.next_record(), false));
        }
        offprint::Table table;
        if (!head.rows.empty()) table.sections.push_back(std::move(head));
        if (!body.rows.empty()) table.sections.push_back(std::move(body));

        offprint::Document document;
        document.source.format = "csv";
        document.source.media_type = "text/csv";
        document.source.name = source.name();
        if (!table.sections.empty()) document.content.emplace_back(std::move(table));
        return document;
    }
};

constexpr const char* extensions[] = {"csv", nullptr};
constexpr const char* media_types[] = {"text/csv", nullptr};
constexpr offprint::OptionDeclaration reader_options[] = {
    {"header", offprint::OptionType::flag, "true", nullptr, "The first record names the columns"},
    {"separator", offprint::OptionType::choice, "comma", "comma|semicolon|tab", "What stands between two fields"},
    {},
};

}  // namespace

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .format = "csv",
    .title = "Comma-separated values",
    .version = "1.0.0",
    .extensions = extensions,
    .media_types = media_types,
    .reader_options = reader_options,
    .make_reader = []() -> offprint::Reader* { return new CsvReader; },
};
