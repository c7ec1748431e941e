#include "boilerplate/appeals.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "credits/words.hpp"

namespace offprint::text {

namespace {

/// Words, or beginnings of words, of appeals; a paragraph that has them of enough kinds is one.
constexpr std::string_view money_stems[] = {
    "donat",   "donor",      "fund",     "support",    "contribut", "subscri",  "member",   "sponsor", "patreon",
    "spende",  "unterstütz", "beitrag",  "mitglied",   "abo",       "soutien",  "soutenez", "don",     "dons",
    "adhér",   "abonn",      "donación", "donaciones", "apoyo",     "apoya",    "socio",    "suscri",  "donazion",
    "sostien", "sostegno",   "abbona",   "doação",     "doações",   "apoie",    "apoio",    "assin",   "donatie",
    "steun",   "lid",        "wspar",    "wesprzyj",   "wpłat",     "darowizn", "patron",   "gift",    "gifts"};
constexpr std::string_view reader_words =
    "you your you're you've you'll yours reader readers sie ihr ihre ihren ihnen du dein deine vous votre vos te tu "
    "tus "
    "su usted ustedes ti tuo tua voi vostro você vocês seu sua je jij jouw u uw ty ci twoje twój twoja cię wasze wam";
constexpr std::string_view our_words =
    "we we're we've we'd our us ours wir unser unsere unseren unserer uns nous notre nos nosotros nuestro nuestra "
    "nuestros noi nostro nostra nostri nós nosso nossa nossos wij ons onze my nas nam nasz nasza nasze nami";
constexpr std::string_view action_words =
    "please become join help give make consider click today now sign choose need bitte helfen hilf werden jetzt heute "
    "brauchen ermöglichen aidez rejoignez devenez aujourd'hui besoin merci ayúdanos ayuda únete hazte hoy necesitamos "
    "aiutaci unisciti diventa oggi bisogno ajude junte-se torne-se hoje precisamos help word nu vandaag nodig prosimy "
    "pomóż dołącz zostań dziś potrzebujemy";

bool is_money_word(std::string_view word) {
    constexpr std::size_t shortest_stem = 5;
    // Short ones count whole: "don" is no beginning of "done".
    return std::any_of(std::begin(money_stems), std::end(money_stems), [&](std::string_view stem) {
        return stem.size() < shortest_stem ? word == stem : word.starts_with(stem);
    });
}

}  // namespace

bool is_appeal(std::string_view text) {
    int money = 0;
    int reader = 0;
    int ours = 0;
    int action = 0;
    const std::vector<std::string_view> words = credits::split_words(text);
    for (std::string_view word : words) {
        while (!word.empty() && std::string_view(".,;:!?()").find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        if (word.empty()) continue;
        money += is_money_word(word) ? 1 : 0;
        reader += credits::holds_word(reader_words, word) ? 1 : 0;
        ours += credits::holds_word(our_words, word) ? 1 : 0;
        action += credits::holds_word(action_words, word) ? 1 : 0;
    }
    constexpr std::size_t most_words = 120;
    constexpr int fewest_hits = 4;
    const int hits = money + reader + ours + action;
    const bool is_dense =
        words.size() <= most_words && hits >= fewest_hits && hits * 12 >= static_cast<int>(words.size());
    return is_dense && money > 0 && reader > 0 && (ours > 0 || action > 1);
}

bool is_call(std::string_view text, bool ends_sentence) {
    constexpr std::string_view imperatives =
        "support subscribe donate join become give contribute sign get follow share download try start help "
        "unterstützen unterstütze spenden spende abonnieren werden werde folgen soutenez abonnez-vous rejoignez "
        "devenez "
        "donnez apoya suscríbete dona únete hazte colabora sostieni abbonati diventa iscriviti apoie assine doe "
        "torne-se "
        "contribua steun doneer word abonneer wesprzyj wspieraj dołącz zostań zapisz";
    constexpr std::size_t most_words = 8;
    const std::vector<std::string_view> words = credits::split_words(text);
    return !words.empty() && words.size() <= most_words && !ends_sentence &&
           credits::holds_word(imperatives, words.front());
}

}  // namespace offprint::text
