#include "credits/month_names.hpp"

#include <string>
#include <unordered_map>

#include "offprint/text.hpp"

namespace offprint::credits {

namespace {

/// Nominatives, the genitives that dates use, and short forms, of: en de fr es it pt nl pl ru sv da no fi cs tr el, and
/// uk hu ro id, Arabic (both sets), Persian and Hebrew. Words that two languages share stand once. Only ASCII is
/// compared without regard to case, so names that begin with another letter are here with its capital too.
constexpr std::string_view names_by_month[] = {
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty "
    "января январь янв Января tammikuuta tammikuu ledna leden ocak oca ιανουαρίου Ιανουαρίου ιαν Ιαν Ιανουάριος "
    "січня január ianuarie "
    "يناير كانون-الثاني كانون-ثاني ژانویه ינואר בינואר जनवरी มกราคม",
    "february feb februar feber février fevrier févr fév fevr febrero febbraio febb fevereiro fev februari lutego luty "
    "lut февраля февраль фев февр Февраля helmikuuta helmikuu února únor Února Únor şubat Şubat şub Şub φεβρουαρίου "
    "Φεβρουαρίου φεβ Φεβ Φεβρουάριος лютого február februarie "
    "فبراير شباط فوریه פברואר בפברואר फ़रवरी फरवरी กุมภาพันธ์",
    "march mar märz mär mrz maerz mars marzo março marco maart mrt marca marzec marts марта март мар Марта "
    "maaliskuuta maaliskuu března březen mart μαρτίου Μαρτίου μαρ Μαρ Μάρτιος березня március martie maret "
    "مارس آذار מרץ במרץ מרס במרס मार्च มีนาคม",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр Апреля huhtikuuta huhtikuu dubna "
    "duben nisan nis απριλίου Απριλίου απρ Απρ Απρίλιος квітня április aprilie "
    "أبريل ابريل إبريل نيسان آوریل אפריל באפריל अप्रैल เมษายน",
    "may mai mayo maggio mag maio mei maja maj мая май Мая toukokuuta toukokuu května květen mayıs μαΐου Μαΐου "
    "μαΐ Μαΐ Μάιος травня május "
    "مايو أيار مه מאי במאי मई พฤษภาคม",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн Июня kesäkuuta kesäkuu června "
    "červen Června Červen haziran haz ιουνίου Ιουνίου ιουν Ιουν Ιούνιος червня június iunie "
    "يونيو يونيه حزيران ژوئن יוני ביוני जून มิถุนายน",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл Июля heinäkuuta heinäkuu "
    "července červenec Července Červenec temmuz tem ιουλίου Ιουλίου ιουλ Ιουλ Ιούλιος липня július iulie "
    "يوليو يوليه تموز ژوئیه יולי ביולי जुलाई กรกฎาคม",
    "august aug août Août aout agosto ago augustus augusti sierpnia sierpień sie августа август авг Августа "
    "elokuuta elokuu srpna srpen ağustos ağu αυγούστου Αυγούστου αυγ Αυγ Αύγουστος серпня augusztus agustus "
    "أغسطس اغسطس آب اوت אוגוסט באוגוסט अगस्त สิงหาคม",
    "september sep sept septembre septiembre setiembre settembre sett set setembro września wrzesień wrz сентября "
    "сентябрь сен сент Сентября syyskuuta syyskuu září Září eylül eyl σεπτεμβρίου Σεπτεμβρίου σεπ Σεπ Σεπτέμβριος "
    "вересня szeptember septembrie "
    "سبتمبر أيلول سپتامبر ספטמבר בספטמבר सितंबर सितम्बर กันยายน",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь "
    "окт Октября lokakuuta lokakuu října říjen Října Říjen ekim eki οκτωβρίου Οκτωβρίου οκτ Οκτ Οκτώβριος жовтня "
    "október octombrie "
    "أكتوبر اكتوبر تشرين-الأول تشرين-الاول اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर ตุลาคม",
    "november nov novembre noviembre novembro listopada listopadu listopad lis ноября ноябрь ноя нояб Ноября "
    "marraskuuta "
    "marraskuu kasım kas νοεμβρίου Νοεμβρίου νοε Νοε Νοέμβριος листопада noiembrie "
    "نوفمبر تشرين-الثاني نوامبر נובמבר בנובמבר नवंबर नवम्बर พฤศจิกายน",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru "
    "декабря декабрь дек Декабря joulukuuta joulukuu prosince prosinec aralık ara δεκεμβρίου Δεκεμβρίου δεκ Δεκ "
    "Δεκέμβριος грудня decembrie desember "
    "ديسمبر كانون-الأول كانون-الاول دسامبر דצמבר בדצמבר दिसंबर दिसम्बर ธันวาคม",
};

using MonthsByName = std::unordered_map<std::string_view, int>;

MonthsByName months_by_name() {
    MonthsByName months;
    for (int month = 1; month <= 12; ++month) {
        std::string_view names = names_by_month[static_cast<std::size_t>(month - 1)];
        while (!names.empty()) {
            const std::string_view name = names.substr(0, names.find(' '));
            months.emplace(name, month);
            names.remove_prefix(name.size() == names.size() ? name.size() : name.size() + 1);
        }
    }
    return months;
}

}  // namespace

int month_from_name(std::string_view name) {
    static const MonthsByName months = months_by_name();
    const auto found = months.find(to_lower_ascii(name));
    return found == months.end() ? 0 : found->second;
}

}  // namespace offprint::credits
