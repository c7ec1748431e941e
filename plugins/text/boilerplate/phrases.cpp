#include "boilerplate/phrases.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "boilerplate/appeals.hpp"
#include "credits/ascii.hpp"
#include "credits/words.hpp"
#include "front/keyword_line.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t longest_whole = 80;
constexpr std::size_t longest_read = 1500;

struct Phrases {
    Phrase phrase;
    std::string_view list;  ///< in lower case (of ASCII), parted by '|'; '#' is a number
};

/// A paragraph that is nothing but one of these.
constexpr Phrases wholes[] = {
    {Phrase::advertisement,
     "advertisement|advert|ad|sponsored|sponsored content|story continues below|story continues below advertisement|"
     "article continues below|article continues below advertisement|article continues after advertisement|"
     "continue reading below|advertisement - continue reading below|anzeige|werbung|publicité|publicidad|pubblicità|"
     "publicidade|advertentie|reklama|continua después de la publicidad|continua dopo la pubblicità|"
     "lees verder onder de advertentie|dalszy ciąg materiału pod wideo|la suite après la publicité|"
     "der artikel geht unten weiter"},
    {Phrase::end_mark, "###|# # #|ends|ende|fin du communiqué"},
    {Phrase::press_release,
     "for immediate release|press release|news release|media release|for "
     "release|pressemitteilung|presseinformation|"
     "medienmitteilung|communiqué de presse|comunicado de prensa|nota de prensa|comunicato stampa|"
     "comunicado de imprensa|nota à imprensa|persbericht|informacja prasowa|komunikat prasowy|pressmeddelande|"
     "pressemeddelelse|pressemelding|lehdistötiedote|tisková zpráva|sajtóközlemény|basın bülteni|δελτίο τύπου|"
     "Δελτίο τύπου|Δελτίο Τύπου|пресс-релиз|Пресс-релиз|بيان صحفي|הודעה "
     "לעיתונות|新闻稿|新聞稿|プレスリリース|보도자료"},
    {Phrase::read_time,
     "# min read|# minute read|# mins read|# minutes read|#-minute read|#-min read|read time: # min|"
     "reading time: # minutes|reading time: # min|estimated reading time: # minutes|read in # minutes|# minutes|"
     "lesezeit: # minuten|lesezeit # minuten|lesezeit: # min|lesezeit # min|# min. lesezeit|# min lesezeit|"
     "# minuten lesezeit|temps de lecture : # minutes|temps de lecture : # min|temps de lecture: # min|"
     "# min de lecture|lecture # min|tiempo de lectura: # minutos|tiempo de lectura: # min|# min de lectura|"
     "# minutos de lectura|tempo di lettura: # minuti|tempo di lettura: # min|# min di lettura|# minuti di lettura|"
     "tempo de leitura: # minutos|tempo de leitura: # min|# min de leitura|# minutos de leitura|leestijd: # minuten|"
     "leestijd # minuten|# min leestijd|# minuten leestijd|czas czytania: # min|# min czytania|# minut czytania"},
    {Phrase::counter,
     "# comments|# comment|comments (#)|# replies|# responses|# shares|# likes|# claps|# views|leave a comment|"
     "post a comment|leave a reply|join the conversation|view comments|show comments|comments|# kommentare|# "
     "kommentar|kommentare "
     "(#)|"
     "kommentar schreiben|kommentare|# commentaires|# commentaire|laisser un commentaire|commentaires|# comentarios|"
     "# comentario|deja un comentario|comentarios|# commenti|# commento|lascia un commento|commenti|# comentários|"
     "# comentário|deixe um comentário|comentários|# reacties|# reactie|plaats een reactie|reacties|# komentarzy|"
     "# komentarze|# komentarz|dodaj komentarz|komentarze"},
    {Phrase::button,
     "share|share this|share this article|share this story|share this post|share article|share on facebook|"
     "share on twitter|share on x|share on linkedin|share via email|tweet|tweet this|email|email this|print|print this|"
     "print this article|pin it|copy link|save|save article|bookmark|subscribe|subscribe now|subscribe today|"
     "subscribe for free|sign up|sign up now|sign in|log in|register|join|join now|join us|join us today|donate|"
     "donate now|donate today|give now|give today|make a donation|support us|support our work|support our journalism|"
     "support independent journalism|contribute|contribute now|become a member|become a supporter|become a subscriber|"
     "become a patron|become a donor|buy us a coffee|read more|learn more|find out more|continue reading|more stories|"
     "load more|show more|see more|back to top|skip to content|skip to main content|listen to this article|listen|"
     "listen to this story|click here|follow|follow us|facebook|twitter|instagram|linkedin|whatsapp|reddit|telegram|"
     "menu|search|next article|previous article|no thanks|maybe later|accept|accept all|accept all cookies|"
     "view this email in your browser|view in browser|"
     "teilen|artikel teilen|auf facebook teilen|drucken|merken|abonnieren|jetzt abonnieren|jetzt spenden|spenden|"
     "jetzt unterstützen|unterstützen sie uns|mitglied werden|jetzt mitglied werden|mehr lesen|weiterlesen|"
     "newsletter abonnieren|jetzt anmelden|anmelden|nach oben|alle akzeptieren|"
     "partager|partager cet article|imprimer|s'abonner|abonnez-vous|je m'abonne|faire un don|je fais un don|"
     "je soutiens|soutenez-nous|devenir membre|lire la suite|en savoir plus|s'inscrire|je m'inscris|tout accepter|"
     "compartir|compartir este artículo|imprimir|suscribirse|suscríbete|suscríbete ahora|donar|dona ahora|haz una "
     "donación|"
     "apóyanos|hazte socio|hazte socia|leer más|seguir leyendo|regístrate|aceptar|"
     "condividi|condividi l'articolo|stampa|abbonati|abbonati ora|dona|dona ora|fai una donazione|sostienici|"
     "diventa socio|leggi di più|continua a leggere|iscriviti|accetta|"
     "compartilhar|compartilhe|partilhar|assine|assine já|assine agora|doe|doe agora|faça uma doação|apoie-nos|"
     "torne-se membro|leia mais|saiba mais|inscreva-se|aceitar|"
     "delen|deel dit artikel|afdrukken|abonneren|abonneer|doneer|doneer nu|steun ons|word lid|word lid van ons|"
     "lees meer|lees verder|aanmelden|accepteren|"
     "udostępnij|drukuj|subskrybuj|prenumeruj|wesprzyj nas|wspieraj nas|wpłać|zapisz się|czytaj więcej|czytaj dalej|"
     "zostań patronem|akceptuję"},
    {Phrase::related,
     "related|related articles|related stories|related posts|related content|related topics|read next|read also|"
     "more on this|more on this story|more from this author|more from this section|you may also like|"
     "you might also like|recommended|recommended for you|most read|most popular|trending|trending now|don't miss|"
     "editor's picks|up next|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|"
     "meistgelesen|weitere artikel|à lire aussi|lire aussi|sur le même sujet|les plus lus|articles liés|"
     "te puede interesar|lee también|más leídas|noticias relacionadas|artículos relacionados|leggi anche|"
     "potrebbe interessarti|articoli correlati|i più letti|leia também|veja também|artigos relacionados|mais lidas|"
     "lees ook|meest gelezen|gerelateerde artikelen|czytaj także|czytaj też|zobacz także|zobacz też|polecane|"
     "najczęściej czytane"},
    {Phrase::unsubscribe,
     "unsubscribe|manage preferences|manage your preferences|update your preferences|abmelden|"
     "newsletter abbestellen|se désabonner|se désinscrire|darse de baja|cancelar suscripción|"
     "disiscriviti|annulla iscrizione|cancelar inscrição|uitschrijven|afmelden|wypisz się"},
};

/// How a line begins.
constexpr Phrases fronts[] = {
    {Phrase::related,
     "read more:|read also:|read next:|related:|related story:|related article:|more:|also read:|"
     "recommended:|lesen sie auch:|mehr zum thema:|lire aussi|à lire aussi|lee también:|leer más:|te puede interesar:|"
     "leggi anche:|leia também:|leia mais:|veja também:|lees ook:|lees meer:|czytaj także:|czytaj też:|zobacz też:|"
     "zobacz także:|read more from|more from|more stories from|more on this|related stories|related articles|related "
     "topics|previous post:|next post:|previous article:|next article:|previous:|next:|older post:|newer post:|"
     "vorheriger beitrag|nächster beitrag|article précédent|article suivant|entrada anterior|entrada siguiente|"
     "articolo precedente|articolo successivo|vorig bericht|volgend bericht|poprzedni wpis|następny wpis|"
     "читайте также|Читайте также|смотрите также|Смотрите также"},
    {Phrase::follow,
     "follow us on|follow us at|follow him on twitter|follow her on twitter|follow me on|find us on|like us on|"
     "join us on|connect with us|sign up for|sign up to|subscribe to our|subscribe to the|subscribe to get|"
     "subscribe for|your email address will not be published|get our newsletter|get the newsletter|get our free|get "
     "the best of|get the latest|"
     "join our newsletter|join our mailing list|download our app|download the app|want more stories|enjoyed this "
     "article|"
     "enjoyed this story|like this article|like what you|did you like this|folgen sie uns|folge uns|"
     "abonnieren sie unseren|melden sie sich für|suivez-nous|abonnez-vous à|inscrivez-vous à|recevez notre|síguenos en|"
     "suscríbete a|recibe nuestro|recibe las|seguici su|iscriviti alla|ricevi la|siga-nos|segue-nos|inscreva-se na|"
     "assine nossa|receba nossa|volg ons op|schrijf je in|meld je aan|abonneer je op|obserwuj nas|śledź nas|"
     "zapisz się na|dołącz do"},
    {Phrase::copyright,
     "©|(c) #|copyright ©|copyright (c)|copyright #|all rights reserved|alle rechte vorbehalten|"
     "tous droits réservés|todos los derechos reservados|tutti i diritti riservati|"
     "todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|"
     "reproduction interdite"},
    {Phrase::photo_credit,
     "photo:|photo credit:|photo credits:|photo courtesy|photograph:|image:|image credit:|image credits:|image source:|"
     "picture:|featured image:|header image:|cover image:|cover photo:|(photo:|(photo by|(image:|foto:|titelbild:|"
     "bildquelle:|bild:|bildnachweis:|crédit photo|crédits photo|crédit :|photo :|imagen:|fotografía:|immagine:|"
     "crédito:|créditos:|imagem:|beeld:|zdjęcie:|fot.|getty images|ap photo|(ap photo"},
    {Phrase::cookies,
     "we use cookies|this site uses cookies|this website uses cookies|our site uses cookies|by continuing to use this|"
     "wir verwenden cookies|diese website verwendet cookies|diese website benutzt cookies|wir nutzen cookies|"
     "nous utilisons des cookies|ce site utilise des cookies|utilizamos cookies|este sitio utiliza cookies|"
     "este sitio web utiliza cookies|usamos cookies|questo sito utilizza cookie|questo sito utilizza i cookie|"
     "utilizziamo i cookie|este site usa cookies|este site utiliza cookies|wij gebruiken cookies|we gebruiken cookies|"
     "deze website gebruikt cookies|deze site gebruikt cookies|ta strona używa plików cookie|"
     "ta strona korzysta z plików cookie|używamy plików cookie"},
    {Phrase::unsubscribe,
     "unsubscribe:|you receive this|you get this|you are receiving this|you're receiving this|you received this|you "
     "have received this|to unsubscribe|"
     "unsubscribe from|click here to unsubscribe|if you no longer wish|don't want to receive|want to change how you|"
     "this email was sent to|this message was sent to|sie erhalten diese|sie erhalten diesen|wenn sie keine weiteren|"
     "vous recevez cet|vous recevez ce|pour vous désabonner|pour vous désinscrire|recibes este|recibe este correo|"
     "si no deseas recibir|ricevi questa|hai ricevuto questa|per cancellarti|você recebeu|você está recebendo|"
     "para cancelar|je ontvangt deze|u ontvangt deze|om je af te melden|otrzymujesz tę|jeśli nie chcesz"},
    {Phrase::teaser,
     "before you go|before you click away|before you leave|while you're here|while you are here|since you're here|"
     "a message from|a note from the editor|a note to our readers|dear reader|thank you for reading|thanks for reading|"
     "we have a small favour|we have a small favor|one more thing before|if you've read this far|"
     "if you have read this far|help us|bevor sie gehen|bevor du gehst|liebe leserinnen|liebe leser|"
     "in eigener sache|avant de partir|avant de nous quitter|chère lectrice|chers lecteurs|cher lecteur|"
     "vous avez lu|antes de irte|antes de que te vayas|querido lector|estimado lector|ya que estás aquí|"
     "prima di andare|già che sei qui|cari lettori|caro lettore|antes de sair|antes de ir embora|caro leitor|"
     "já que está aqui|voordat je gaat|voor je gaat|beste lezer|nu je hier toch bent|zanim odejdziesz|"
     "drogi czytelniku|drodzy czytelnicy|skoro tu jesteś"},
};

/// `text` in lower case (of ASCII) with plain apostrophes and spaces, '#' for numbers, and without marks and pictures
/// around it.
std::string normal_form(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto byte = static_cast<unsigned char>(rest.front());
        const std::size_t space = credits::leading_space(rest);
        if (space > 0 || byte == '\t') {
            if (!result.empty() && result.back() != ' ') result += ' ';
            at += std::max<std::size_t>(space, 1);
        } else if (rest.starts_with("’")) {
            result += '\'';
            at += std::string_view("’").size();
        } else if (byte >= 0xF0 || rest.starts_with("→") || rest.starts_with("←") || rest.starts_with("«") ||
                   rest.starts_with("»") || rest.starts_with("…")) {
            at += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        } else if (byte == 0xC3 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) <= 0x9E) {
            // Capitals of Latin-1: "À lire aussi".
            result += rest[0];
            result += static_cast<char>(rest[1] + 0x20);
            at += 2;
        } else if (credits::is_digit(rest.front())) {
            if (result.empty() || result.back() != '#') result += '#';
            ++at;
        } else {
            result += credits::is_upper(rest.front()) ? static_cast<char>(rest.front() - 'A' + 'a') : rest.front();
            ++at;
        }
    }
    const std::size_t begin = std::min(result.find_first_not_of(" *_->|[\""), result.size());
    const std::size_t end = std::max(result.find_last_not_of(" .!*_->|]\":") + 1, begin);
    return result.substr(begin, end - begin);
}

template <class Take>
void for_each_phrase(const Phrases& phrases, Take take) {
    for (std::string_view rest = phrases.list; !rest.empty();) {
        const std::string_view phrase = rest.substr(0, rest.find('|'));
        take(phrase);
        rest.remove_prefix(std::min(phrase.size() + 1, rest.size()));
    }
}

using ByText = std::unordered_map<std::string_view, Phrase>;

ByText phrases_by_text() {
    ByText phrases;
    for (const Phrases& each : wholes)
        for_each_phrase(each, [&](std::string_view phrase) { phrases.emplace(phrase, each.phrase); });
    return phrases;
}

/// The phrases that lines begin with, by their first three bytes: most lines begin with none.
using ByFront = std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, Phrase>>>;

constexpr std::size_t key_size = 3;

ByFront phrases_by_front() {
    ByFront phrases;
    for (const Phrases& each : fronts)
        for_each_phrase(each, [&](std::string_view phrase) {
            phrases[phrase.substr(0, std::min(key_size, phrase.size()))].emplace_back(phrase, each.phrase);
        });
    return phrases;
}

bool begins_with_quote(std::string_view text) {
    constexpr std::string_view quotes[] = {"\"", "“", "„", "«", "»", "‘", "「"};
    return std::any_of(std::begin(quotes), std::end(quotes), [&](auto quote) { return text.starts_with(quote); });
}

Phrase whole_phrase(std::string_view normal) {
    static const ByText phrases = phrases_by_text();
    const auto found = phrases.find(normal);
    return found == phrases.end() ? Phrase::none : found->second;
}

Phrase front_phrase(std::string_view normal) {
    static const ByFront phrases = phrases_by_front();
    for (std::size_t size = std::min(key_size, normal.size()); size >= 2; --size) {
        const auto found = phrases.find(normal.substr(0, size));
        if (found == phrases.end()) continue;
        for (const auto& [phrase, kind] : found->second) {
            const bool ends_word = normal.size() <= phrase.size() || !credits::is_lower(normal[phrase.size()]) ||
                                   !credits::is_lower(phrase.back());
            if (normal.starts_with(phrase) && ends_word) return kind;
        }
    }
    return Phrase::none;
}

/// Notices that may begin with anything: "Harbour Post. All rights reserved."
Phrase notice_in(std::string_view normal) {
    constexpr std::pair<std::string_view, Phrase> notices[] = {
        {"all rights reserved", Phrase::copyright},
        {"alle rechte vorbehalten", Phrase::copyright},
        {"tous droits réservés", Phrase::copyright},
        {"todos los derechos reservados", Phrase::copyright},
        {"tutti i diritti riservati", Phrase::copyright},
        {"todos os direitos reservados", Phrase::copyright},
        {"alle rechten voorbehouden", Phrase::copyright},
        {"wszelkie prawa zastrzeżone", Phrase::copyright},
        {"unsubscribe ", Phrase::unsubscribe},
        {"small favour to ask", Phrase::teaser},
        {"small favor to ask", Phrase::teaser},
        {"like to ask you for", Phrase::teaser},
        {"we hope you enjoyed", Phrase::teaser},
        {"we hope you found", Phrase::teaser},
        {"we hope you appreciated", Phrase::teaser},
        {"um einen kleinen gefallen", Phrase::teaser},
        {"nous avons besoin de vous", Phrase::teaser},
        {"tenemos un pequeño favor", Phrase::teaser},
        {"view this email in your browser", Phrase::unsubscribe},
    };
    constexpr std::size_t longest_notice = 400;
    if (normal.size() > longest_notice) return Phrase::none;
    for (const auto& [text, phrase] : notices)
        if (normal.find(text) != std::string_view::npos) return phrase;
    return Phrase::none;
}

}  // namespace

Phrase phrase_at_front(std::string_view text) {
    const std::string normal = normal_form(utf8_prefix(text, longest_whole));
    if (normal.size() < 2) return Phrase::none;
    if (keywords_in(text)) return Phrase::tags;
    if (text.size() <= longest_whole)
        if (const Phrase whole = whole_phrase(normal); whole != Phrase::none) return whole;
    // What somebody says is no button: "Subscribe to the rota," says Len.
    return begins_with_quote(text) ? Phrase::none : front_phrase(normal);
}

Phrase phrase_of(std::string_view text) {
    if (const Phrase front = phrase_at_front(text); front != Phrase::none) return front;
    if (text.size() > longest_read) return Phrase::none;
    const std::string normal = normal_form(text);
    if (const Phrase notice = notice_in(normal); notice != Phrase::none) return notice;
    if (is_call(normal, text.ends_with('.') || text.ends_with(','))) return Phrase::call;
    return is_appeal(normal) ? Phrase::appeal : Phrase::none;
}

const char* reason_of(Phrase phrase) noexcept {
    switch (phrase) {
        case Phrase::none:
            return "no part of the text";
        case Phrase::advertisement:
            return "the mark of an advertisement";
        case Phrase::press_release:
            return "the mark of a press release";
        case Phrase::end_mark:
            return "the mark of an end";
        case Phrase::tags:
            return "what the article is about";
        case Phrase::read_time:
            return "how long reading takes";
        case Phrase::button:
            return "a button";
        case Phrase::counter:
            return "about comments";
        case Phrase::photo_credit:
            return "the credit of a picture that is not here";
        case Phrase::related:
            return "a way to other articles";
        case Phrase::follow:
            return "an invitation to subscribe or follow";
        case Phrase::copyright:
            return "a notice of rights";
        case Phrase::cookies:
            return "a notice about cookies";
        case Phrase::unsubscribe:
            return "how to end a subscription";
        case Phrase::teaser:
        case Phrase::appeal:
        case Phrase::call:
            return "an appeal to readers";
    }
    return "no part of the text";
}

}  // namespace offprint::text
