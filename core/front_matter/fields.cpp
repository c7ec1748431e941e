#include "front_matter/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "credits/people.hpp"
#include "credits/words.hpp"
#include "credits/written_date.hpp"
#include "front_matter/mail_date.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint::front_matter {

namespace {

struct FieldName {
    std::string_view name;  ///< in lower case (of ASCII)
    MetadataField field;
    std::string_view role = "author";  ///< of contributors
};

using enum MetadataField;
constexpr FieldName field_names[] = {
    {"title", title},
    {"titel", title},
    {"titre", title},
    {"título", title},
    {"titolo", title},
    {"tytuł", title},
    {"заголовок", title},
    {"Заголовок", title},
    {"标题", title},
    {"標題", title},
    {"タイトル", title},
    {"제목", title},
    {"headline", title},
    {"subject", title},
    {"betreff", title},
    {"objet", title},
    {"asunto", title},
    {"oggetto", title},
    {"onderwerp", title},
    {"ämne", title},
    {"Ämne", title},
    {"emne", title},
    {"temat", title},
    {"тема", title},
    {"Тема", title},
    {"assunto", title},
    {"předmět", title},
    {"tárgy", title},
    {"aihe", title},
    {"θέμα", title},
    {"Θέμα", title},
    {"konu", title},
    {"الموضوع", title},
    {"נושא", title},
    {"主题", title},
    {"主題", title},
    {"件名", title},
    {"subtitle", subtitle},
    {"subheading", subtitle},
    {"dek", subtitle},
    {"standfirst", subtitle},
    {"untertitel", subtitle},
    {"sous-titre", subtitle},
    {"author", contributors},
    {"authors", contributors},
    {"author(s)", contributors},
    {"byline", contributors},
    {"by", contributors},
    {"from", contributors},
    {"von", contributors},
    {"de", contributors},
    {"autor", contributors},
    {"autorin", contributors},
    {"autoren", contributors},
    {"auteur", contributors},
    {"auteurs", contributors},
    {"autore", contributors},
    {"autores", contributors},
    {"автор", contributors},
    {"Автор", contributors},
    {"da", contributors},
    {"van", contributors},
    {"från", contributors},
    {"fra", contributors},
    {"od", contributors},
    {"от", contributors},
    {"От", contributors},
    {"发件人", contributors},
    {"寄件者", contributors},
    {"差出人", contributors},
    {"보낸사람", contributors},
    {"作者", contributors},
    {"著者", contributors},
    {"글쓴이", contributors},
    {"editor", contributors, "editor"},
    {"editors", contributors, "editor"},
    {"herausgeber", contributors, "editor"},
    {"translator", contributors, "translator"},
    {"translators", contributors, "translator"},
    {"übersetzer", contributors, "translator"},
    {"illustrator", contributors, "illustrator"},
    {"photographer", contributors, "photographer"},
    {"date", published},
    {"datum", published},
    {"fecha", published},
    {"data", published},
    {"дата", published},
    {"Дата", published},
    {"日期", published},
    {"日付", published},
    {"날짜", published},
    {"published", published},
    {"publication date", published},
    {"published on", published},
    {"pubdate", published},
    {"release date", published},
    {"posting date", published},
    {"posted", published},
    {"created", published},
    {"sent", published},
    {"gesendet", published},
    {"envoyé", published},
    {"enviado", published},
    {"enviada", published},
    {"inviato", published},
    {"verzonden", published},
    {"skickat", published},
    {"sendt", published},
    {"wysłano", published},
    {"отправлено", published},
    {"Отправлено", published},
    {"发送时间", published},
    {"送信日時", published},
    {"dato", published},
    {"veröffentlicht", published},
    {"modified", modified},
    {"updated", modified},
    {"last updated", modified},
    {"last modified", modified},
    {"lastmod", modified},
    {"most recently updated", modified},
    {"aktualisiert", modified},
    {"lang", language},
    {"language", language},
    {"sprache", language},
    {"langue", language},
    {"idioma", language},
    {"lingua", language},
    {"publisher", publisher},
    {"site", publisher},
    {"site name", publisher},
    {"website", publisher},
    {"publication", publisher},
    {"newspaper", publisher},
    {"verlag", publisher},
    {"url", source_url},
    {"source", source_url},
    {"source url", source_url},
    {"canonical", source_url},
    {"canonical_url", source_url},
    {"link", source_url},
    {"quelle", source_url},
    {"fuente", source_url},
    {"description", description},
    {"summary", description},
    {"abstract", description},
    {"excerpt", description},
    {"beschreibung", description},
    {"tags", keywords},
    {"keywords", keywords},
    {"categories", keywords},
    {"schlagworte", keywords},
    {"mots-clés", keywords},
    {"rights", rights},
    {"copyright", rights},
    {"license", rights},
    {"identifier", identifier},
    {"isbn", identifier},
    {"doi", identifier},
};

struct LanguageName {
    std::string_view name;
    std::string_view tag;
};
constexpr LanguageName language_names[] = {
    {"english", "en"},   {"german", "de"},     {"deutsch", "de"},    {"french", "fr"},     {"français", "fr"},
    {"spanish", "es"},   {"español", "es"},    {"italian", "it"},    {"italiano", "it"},   {"portuguese", "pt"},
    {"português", "pt"}, {"dutch", "nl"},      {"nederlands", "nl"}, {"polish", "pl"},     {"polski", "pl"},
    {"russian", "ru"},   {"русский", "ru"},    {"ukrainian", "uk"},  {"czech", "cs"},      {"swedish", "sv"},
    {"svenska", "sv"},   {"danish", "da"},     {"norwegian", "no"},  {"finnish", "fi"},    {"icelandic", "is"},
    {"hungarian", "hu"}, {"romanian", "ro"},   {"greek", "el"},      {"turkish", "tr"},    {"hebrew", "he"},
    {"arabic", "ar"},    {"persian", "fa"},    {"hindi", "hi"},      {"bengali", "bn"},    {"tamil", "ta"},
    {"chinese", "zh"},   {"中文", "zh"},       {"japanese", "ja"},   {"日本語", "ja"},     {"korean", "ko"},
    {"한국어", "ko"},    {"vietnamese", "vi"}, {"thai", "th"},       {"indonesian", "id"}, {"tagalog", "tl"},
    {"latin", "la"},     {"esperanto", "eo"},  {"catalan", "ca"},    {"welsh", "cy"},      {"irish", "ga"},
};

const FieldName* find_field(std::string_view name) {
    const std::string wanted = to_lower_ascii(trim(name));
    const auto found = std::find_if(std::begin(field_names), std::end(field_names),
                                    [&](const FieldName& each) { return each.name == wanted; });
    return found == std::end(field_names) ? nullptr : found;
}

bool add_people(Metadata& metadata, const std::vector<std::string>& values, std::string_view role) {
    const std::size_t before = metadata.contributors.size();
    for (const std::string& value : values) {
        // "Ada Quill <ada@post.example>"; "ada@post.example (Ada Quill)"
        std::string_view names = std::string_view(value).substr(0, value.find_first_of("<["));
        const std::size_t open = names.find('(');
        if (names.find('@') < open && open != std::string_view::npos)
            names = names.substr(open + 1, names.find(')', open) - open - 1);
        std::string plain(names);
        plain.erase(std::remove(plain.begin(), plain.end(), '"'), plain.end());
        credits::add_people(plain, "", metadata.contributors);
    }
    if (role != "author")
        for (std::size_t i = before; i < metadata.contributors.size(); ++i) metadata.contributors[i].role = role;
    return metadata.contributors.size() > before;
}

/// Where a sign stands, and its size; behind the text if there is none.
struct Sign {
    std::size_t at;
    std::size_t size;
};

template <std::size_t count>
Sign first_of(const std::string_view (&signs)[count], std::string_view text) {
    Sign first{text.size(), 0};
    for (std::string_view sign : signs)
        if (const std::size_t at = text.find(sign); at < first.at) first = {at, sign.size()};
    return first;
}

void add_keywords(Metadata& metadata, const std::vector<std::string>& values) {
    constexpr std::string_view signs[] = {",", ";", "،", "、", "，", "；", "·", "|"};
    for (std::string_view rest : values) {
        while (!rest.empty()) {
            const Sign end = first_of(signs, rest);
            const std::string_view keyword = trim(rest.substr(0, end.at));
            if (!keyword.empty()) metadata.keywords.emplace_back(keyword);
            rest.remove_prefix(end.at + end.size);
        }
    }
}

bool set_text(std::string& text, std::string_view value) {
    if (text.empty()) text = collapse_space(value);
    return !text.empty();
}

bool set_date(std::optional<Date>& date, std::string_view value, std::string_view language) {
    if (date) return true;
    date = parse_mail_date(value);
    if (!date) date = credits::parse_date(value, credits::day_order(language));
    if (const auto month = date ? std::nullopt : credits::find_written_month(value)) date = month->date;
    return date.has_value();
}

bool set(Metadata& metadata, const FieldName& field, const std::vector<std::string>& values) {
    const std::string_view first = trim(values.front());
    switch (field.field) {
        case title:
            return set_text(metadata.title, without_reply_marks(first));
        case subtitle:
            return set_text(metadata.subtitle, first);
        case contributors:
            return add_people(metadata, values, field.role);
        case published:
            return set_date(metadata.published, first, metadata.language);
        case modified:
            return set_date(metadata.modified, first, metadata.language);
        case language:
            return set_text(metadata.language, language_from_name(first));
        case publisher:
            return set_text(metadata.publisher, first);
        case source_url:
            return is_web_address(first) ? set_text(metadata.source_url, first) : false;
        case description:
            return set_text(metadata.description, first);
        case keywords:
            add_keywords(metadata, values);
            return !metadata.keywords.empty();
        case rights:
            return set_text(metadata.rights, first);
        case identifier:
            return set_text(metadata.identifier, first);
        case cover:
        case series:
            break;
    }
    return false;
}

}  // namespace

bool is_mail_field(std::string_view name) {
    constexpr std::string_view names =
        "from to cc bcc subject date sent reply-to sender message-id in-reply-to references mime-version content-type "
        "content-transfer-encoding received return-path delivered-to user-agent importance priority list-id "
        "von an kopie betreff gesendet datum de à À a objet envoyé para asunto assunto enviado enviada fecha data da "
        "inviato oggetto van aan verzonden onderwerp från till skickat ämne Ämne fra til emne sendt dato od do temat "
        "wysłano от От кому Кому тема Тема дата Дата отправлено Отправлено 发件人 收件人 主题 发送时间 抄送 寄件者 "
        "收件者 "
        "主旨 差出人 宛先 件名 送信日時 日時";
    const std::string lower = to_lower_ascii(trim(name));
    return credits::holds_word(names, lower) || lower.starts_with("x-") || lower.starts_with("list-");
}

bool is_mail_subject(std::string_view name) {
    const FieldName* field = find_field(name);
    return field != nullptr && field->field == title && is_mail_field(name);
}

bool is_field_name(std::string_view name) {
    return find_field(name) != nullptr;
}

FieldOutcome set_field(Metadata& metadata, std::string_view name, const std::vector<std::string>& values) {
    const FieldName* field = find_field(name);
    if (field == nullptr) return FieldOutcome::unknown;
    if (!set(metadata, *field, values)) return FieldOutcome::unusable;
    metadata.provenance[field->field] = Origin::front_matter;
    return FieldOutcome::set;
}

void set_fields(Metadata& metadata, const std::vector<Field>& fields, SourceRange range, Context& context) {
    for (const auto& [name, values] : fields) {
        const FieldOutcome outcome = values.empty() ? FieldOutcome::unusable : set_field(metadata, name, values);
        const std::string listed = fmt::format("{}", fmt::join(values, ", "));
        if (outcome == FieldOutcome::set || trim(listed).empty()) continue;
        const std::string field = fmt::format("{}: {}", utf8_prefix(name, 100), utf8_prefix(listed, 200));
        context.report(Severity::info, "front-matter.field-ignored",
                       fmt::format("no metadata stands for \"{}\"", field), range);
    }
}

bool is_web_address(std::string_view text) {
    return (text.starts_with("http://") || text.starts_with("https://")) &&
           text.find_first_of(" \t\"<>") == std::string_view::npos;
}

std::string language_from_name(std::string_view name) {
    const std::string wanted = to_lower_ascii(name);
    for (const LanguageName& each : language_names)
        if (each.name == wanted) return std::string(each.tag);
    // Of words that are no names of languages here only those short enough for a tag are one.
    constexpr std::size_t longest_subtag = 3;
    return name.find_first_of("-_") <= longest_subtag || name.size() <= longest_subtag ? language_tag(name)
                                                                                       : std::string();
}

std::string_view without_reply_marks(std::string_view subject) {
    constexpr std::string_view marks = "re fwd fw aw wg sv vs vl tr rv rif odp antw res enc ynt ilt";
    for (subject = trim(subject);;) {
        const std::size_t colon = subject.find(':');
        constexpr std::size_t longest_mark = 4;
        if (colon == std::string_view::npos || colon > longest_mark ||
            !credits::holds_word(marks, to_lower_ascii(subject.substr(0, colon))))
            return subject;
        subject = trim(subject.substr(colon + 1));
    }
}

}  // namespace offprint::front_matter
