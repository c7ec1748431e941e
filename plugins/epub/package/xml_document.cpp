#include "package/xml_document.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>

namespace offprint::epub::ocf {

namespace {

/// No book nests this deeply, and whoever walks the tree may count on it.
constexpr std::size_t greatest_depth = 1000;

constexpr XML_Char name_separator = '\n';

/// Builds a document from the parser's events. Exceptions wait until the parser, which is C, has returned.
class DocumentBuilder {
public:
    DocumentBuilder(XML_Parser parser, Context& context) : parser_(parser), context_(context) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, guarded<&DocumentBuilder::start>, guarded<&DocumentBuilder::end>);
        XML_SetCharacterDataHandler(parser, guarded<&DocumentBuilder::text>);
        XML_SetXmlDeclHandler(parser, guarded<&DocumentBuilder::declaration>);
        XML_SetStartDoctypeDeclHandler(parser, guarded<&DocumentBuilder::doctype>);
        XML_SetEntityDeclHandler(parser, guarded<&DocumentBuilder::entity>);
    }

    XmlDocument parse(std::string_view bytes) {
        constexpr std::size_t chunk = std::size_t{1} << 20;  // the parser counts in int
        XML_Status status = XML_STATUS_OK;
        do {
            const std::string_view part = bytes.substr(0, chunk);
            bytes.remove_prefix(part.size());
            status = XML_Parse(parser_, part.data(), static_cast<int>(part.size()), bytes.empty());
            if (failure_) std::rethrow_exception(failure_);
        } while (status == XML_STATUS_OK && !bytes.empty());
        if (status == XML_STATUS_ERROR && !document_.too_deep)
            document_.fault = XmlFault{place(), XML_ErrorString(XML_GetErrorCode(parser_))};
        while (!open_.empty()) close();
        return std::move(document_);
    }

private:
    template <auto member, class... Arguments>
    static void forward(void* self, Arguments... arguments) {
        auto& builder = *static_cast<DocumentBuilder*>(self);
        if (builder.failure_) return;
        try {
            (builder.*member)(arguments...);
        } catch (...) {
            builder.failure_ = std::current_exception();
            XML_StopParser(builder.parser_, XML_FALSE);
        }
    }

    template <class Member>
    struct Handler;
    template <class... Arguments>
    struct Handler<void (DocumentBuilder::*)(Arguments...)> {
        template <auto member>
        static constexpr auto function = &DocumentBuilder::forward<member, Arguments...>;
    };
    template <auto member>
    static constexpr auto guarded = Handler<decltype(member)>::template function<member>;

    XmlPlace place() const { return {XML_GetCurrentLineNumber(parser_), XML_GetCurrentColumnNumber(parser_) + 1}; }

    std::string_view keep(std::string_view name) { return *document_.names.emplace(name).first; }

    /// "namespace\nname", or the name alone.
    std::pair<std::string_view, std::string_view> split(std::string_view name) {
        const std::size_t separator = name.find(name_separator);
        if (separator == std::string_view::npos) return {{}, keep(name)};
        return {keep(name.substr(0, separator)), keep(name.substr(separator + 1))};
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        context_.checkpoint();
        context_.count_nodes(1);
        if (open_.size() == greatest_depth) {
            document_.too_deep = place();
            XML_StopParser(parser_, XML_FALSE);
            return;
        }
        XmlElement element;
        std::tie(element.space, element.name) = split(name);
        element.place = place();
        if (!open_.empty()) element.parent = open_.back();
        for (; *attributes != nullptr; attributes += 2) {
            const auto [space, attribute] = split(attributes[0]);
            element.attributes.push_back({space, attribute, attributes[1]});
        }
        open_.push_back(document_.elements.size());
        document_.elements.push_back(std::move(element));
    }

    void end(const XML_Char*) { close(); }

    void close() {
        XmlElement& element = document_.elements[open_.back()];
        open_.pop_back();
        element.end = document_.elements.size();
        if (!open_.empty() && element.has_text) document_.elements[open_.back()].has_text = true;
    }

    void text(const XML_Char* characters, int length) {
        if (open_.empty()) return;
        XmlElement& element = document_.elements[open_.back()];
        const std::string_view added(characters, static_cast<std::size_t>(length));
        element.text += added;
        element.has_text = element.has_text || !trim_xml(added).empty();
    }

    void declaration(const XML_Char* version, const XML_Char* encoding, int) {
        if (version != nullptr) document_.version = version;
        if (encoding != nullptr) document_.encoding = encoding;
    }

    void doctype(const XML_Char*, const XML_Char* system_id, const XML_Char* public_id, int) {
        document_.has_doctype = true;
        if (system_id != nullptr) document_.system_id = system_id;
        if (public_id != nullptr) document_.public_id = public_id;
    }

    void entity(const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char* system_id, const XML_Char*,
                const XML_Char*) {
        if (system_id != nullptr && !document_.external_entity) document_.external_entity = place();
    }

    XML_Parser parser_;
    Context& context_;
    XmlDocument document_;
    std::vector<std::size_t> open_;
    std::exception_ptr failure_;
};

}  // namespace

std::string_view trim_xml(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

const std::string* XmlElement::find(std::string_view attribute, std::string_view attribute_space) const {
    for (const XmlAttribute& candidate : attributes)
        if (candidate.name == attribute && candidate.space == attribute_space) return &candidate.value;
    return nullptr;
}

std::string_view XmlElement::value(std::string_view attribute, std::string_view attribute_space) const {
    const std::string* found = find(attribute, attribute_space);
    return found == nullptr ? std::string_view() : trim_xml(*found);
}

std::vector<const XmlElement*> XmlDocument::children(const XmlElement& element) const {
    std::vector<const XmlElement*> found;
    const auto first = static_cast<std::size_t>(&element - elements.data()) + 1;
    for (std::size_t i = first; i < element.end; i = elements[i].end) found.push_back(&elements[i]);
    return found;
}

const XmlElement* XmlDocument::child(const XmlElement& element, std::string_view space, std::string_view name) const {
    const auto first = static_cast<std::size_t>(&element - elements.data()) + 1;
    for (std::size_t i = first; i < element.end; i = elements[i].end)
        if (elements[i].is(space, name)) return &elements[i];
    return nullptr;
}

XmlDocument parse_xml(std::string_view bytes, Context& context) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreateNS(nullptr, name_separator),
                                                                         XML_ParserFree);
    return DocumentBuilder(parser.get(), context).parse(bytes);
}

}  // namespace offprint::epub::ocf
