// Short texts in many languages, for what guesses an encoding or a language.
// Thread safety: constants.
#pragma once

#include <array>
#include <string_view>

namespace offprint {

struct WrittenText {
    std::string_view language;   ///< BCP 47
    std::string_view encodings;  ///< WHATWG names of those that hold every character, separated by spaces
    std::string_view text;
};

inline constexpr std::array written_texts{
    WrittenText{
        "ru", "windows-1251 koi8-r iso-8859-5 ibm866",
        "Старый мост через реку закрыли ещё весной, и с тех пор жители посёлка добираются до города на пароме. "
        "Паромщик Егор Лапшин говорит, что не жалуется: работы стало больше, а людям есть о чём поговорить в пути. "
        "Осенью, когда вода поднимается, он возит только почту и врача. Новый мост обещали открыть к зиме, однако "
        "сваи привезли не те, и стройку снова отложили. Пока чиновники спорят, дети учатся грести. Учительница "
        "Анна Щукина считает, что это полезнее физкультуры. Объявление на пристани гласит: мест нет, ждите."},
    WrittenText{
        "uk", "windows-1251 koi8-u",
        "Щоранку дід Панас виходить на ґанок і дивиться, чи не замерзла річка. Його онука Оленка приїжджає з міста "
        "лише на свята, тому він записує все цікаве у зошит: коли прилетіли лелеки, хто продав корову, скільки меду "
        "зібрали цього року. Сусіди кажуть, що з цих записів вийде гарна книжка про їхнє життя. Дід сміється та "
        "відповідає, що нікому не потрібні його історії. Проте бібліотекарка вже домовилася з видавцем, і навесні "
        "перші розділи побачать світ."},
    WrittenText{
        "bg", "windows-1251 iso-8859-5",
        "Малката пекарна на ъгъла отваря в пет сутринта. Господин Ръждавелов меси тестото сам, защото не вярва на "
        "машините. През зимата пред вратата се събират учители, шофьори и ученици, които искат топла баница преди "
        "работа. Миналата година общината поиска да премести пекарната, но хората от квартала събраха подписи и "
        "спряха плана. Сега на стената виси снимка от онзи ден и всеки, който влезе, търси лицето си на нея."},
    WrittenText{
        "pl", "windows-1250 iso-8859-2",
        "Biblioteka na rogu ulicy Źródlanej miała zostać zamknięta jeszcze w październiku. Mieszkańcy nie chcieli się "
        "na to zgodzić, więc zaczęli przychodzić tam codziennie, choćby na pół godziny. Pani Bożena, która pracuje "
        "tu od trzydziestu lat, mówi, że nigdy nie widziała tylu czytelników naraz. Dzieci siadają na podłodze, bo "
        "brakuje krzeseł, a starsi panowie kłócą się o gazety. Urząd ogłosił wreszcie, że decyzja została odłożona. "
        "Na razie nikt nie wie, na jak długo, ale książki wciąż krążą."},
    WrittenText{
        "cs", "windows-1250 iso-8859-2",
        "Když minulý týden uhodily první mrazy, přestal na náměstí téct i ten poslední pramen. Hodinář Řehoř Šťastný "
        "tvrdí, že to předpověděl už v létě, jenže mu nikdo nevěřil. Lidé teď nosí vodu z kašny u školy a čekají ve "
        "frontě, která se táhne až k nádraží. Starosta slíbil, že potrubí opraví do konce měsíce. Děti mají z ledu "
        "radost, důchodci méně. V hospodě se říká, že příští zima bude ještě horší a že by bylo lepší kopat hlouběji."},
    WrittenText{
        "hu", "windows-1250 iso-8859-2",
        "A kis falu végén áll egy öreg malom, amelyet évek óta senki sem használ. Tavaly ősszel két fiatal nő vette "
        "meg, hogy pékséget nyisson benne. Először mindenki nevetett rajtuk, mert a tető beázott, és a kerék is "
        "eltört. Ők azonban nem adták fel: megjavították a köveket, és tűzifát gyűjtöttek télre. Most már a szomszéd "
        "városból is jönnek a kenyérért. A polgármester szerint ez a legjobb dolog, ami az utóbbi időben történt."},
    WrittenText{
        "de", "windows-1252 iso-8859-15",
        "Im Hafen von Süderwyk liegt seit dem Frühjahr ein Schiff, das niemandem gehört. Die Behörden haben den "
        "Eigentümer gesucht, doch die Papiere führten nur zu einem leeren Büro in der Nähe der Straße zum Bahnhof. "
        "Nun streiten sich die Gemeinde und das Land darüber, wer die Gebühren zahlen muss. Für die Möwen ist die "
        "Sache längst entschieden: Sie brüten auf dem Achterdeck. Frau Größler, die gegenüber wohnt, zählt jeden "
        "Morgen die Nester und schreibt die Zahl mit Kreide an ihre Tür."},
    WrittenText{
        "fr", "windows-1252 iso-8859-15 macintosh",
        "Depuis trois générations, la famille Lécuyer répare des accordéons dans un atelier situé derrière la gare. "
        "L'hiver dernier, une fuite d'eau a détruit la moitié des pièces détachées, et l'on a cru que tout était "
        "fini. Mais des musiciens venus de très loin ont apporté ce qu'ils possédaient déjà : des soufflets, des "
        "touches, même une vieille enseigne. « Nous n'avons rien demandé », répète Hélène, gênée. À présent, "
        "l'atelier rouvre chaque après-midi, et l'on y joue jusqu'à la nuit tombée."},
    WrittenText{
        "es", "windows-1252",
        "El panadero de la plaza dejó de vender rosquillas el año pasado, y nadie supo explicar por qué. Según su "
        "hermana, se cansó de madrugar; según los niños, un ratón le robó la receta. ¿Quién tiene razón? Esta mañana "
        "apareció un cartel en la puerta: «Volvemos el miércoles con algo más dulce». La señora Ibáñez, que vive "
        "enfrente, asegura que olió canela durante toda la noche y que oyó música detrás del mostrador."},
    WrittenText{
        "tr", "windows-1254",
        "Köyün çeşmesi bu yaz ilk kez kurudu. Yaşlılar böyle bir şeyi hiç görmediklerini söylüyor, gençler ise suyu "
        "komşu kasabadan taşımaya başladı bile. Öğretmen Gülşah Işık çocuklara her gün kaç kova taşındığını "
        "yazdırıyor; "
        "defterin sonunda bir grafik çıkacakmış. Belediye başkanı yağmur duası yerine yeni bir boru hattı istiyor, "
        "ancak bütçe yetmiyor. Akşamları herkes çınarın altında toplanıp gökyüzüne bakıyor. Bulutlar geliyor, "
        "durmuyor, "
        "dağın ardına geçip gidiyor."},
    WrittenText{
        "el", "windows-1253 iso-8859-7",
        "Το μικρό καφενείο στην άκρη του λιμανιού άνοιξε ξανά μετά από δέκα χρόνια. Ο ιδιοκτήτης, ο κύριος Θανάσης, "
        "έβαψε τις καρέκλες μπλε και κρέμασε στον τοίχο τις παλιές φωτογραφίες των ψαράδων. Το πρωί έρχονται οι "
        "γυναίκες για να μάθουν τα νέα, το βράδυ οι νέοι παίζουν χαρτιά ώσπου να σβήσει το φως. Κανείς δεν ξέρει πόσο "
        "θα κρατήσει, γιατί το κτίριο ανήκει στον δήμο. Ώσπου να αποφασίσουν, όμως, ο καφές ψήνεται σιγά σιγά."},
    WrittenText{
        "he", "windows-1255 iso-8859-8-i",
        "בקצה השכונה עומד בית דפוס קטן שאיש אינו זוכר מתי נפתח. בעל הבית מדפיס הזמנות לחתונות, לוחות שנה וספרי "
        "שירה שאף חנות אינה מוכנה למכור. בחודש שעבר הגיעה אליו תלמידה צעירה וביקשה ללמוד את המלאכה. הוא נתן לה "
        "מגירה מלאה אותיות ואמר לה לסדר אותן לפי הגודל. עכשיו היא מגיעה בכל יום אחרי הלימודים, וידיה שחורות מדיו. "
        "השכנים אומרים שהמכונה הישנה שוב מרעישה בלילות ושהם ישנים טוב יותר."},
    WrittenText{
        "ar", "windows-1256 iso-8859-6",
        "في نهاية السوق القديم يجلس رجل يصلح الساعات منذ أربعين عاما. يقول إن الناس لم يعودوا يحملون الساعات كما في "
        "الماضي، لكنهم يأتون إليه بساعات آبائهم ويسألونه أن يعيد إليها الحياة. في الشتاء الماضي جاءت امرأة بساعة "
        "توقفت يوم ولادتها، فعمل عليها أسبوعا كاملا. عندما سمعت صوتها بكت وضحكت في وقت واحد. لم يأخذ منها مالا، وطلب "
        "أن تخبره كل عام عن الوقت الذي تدل عليه."},
    WrittenText{"th", "windows-874",
                "ร้านซ่อมจักรยานเล็กๆ ตรงปากซอยเปิดมานานกว่าสามสิบปีแล้ว ลุงสมชายเล่าว่าเมื่อก่อนเด็กทุกคนในหมู่บ้านขี่จักรยานไปโรงเรียน "
                "แต่เดี๋ยวนี้มีคนมาซ่อมเพียงวันละสองสามคัน ปีที่แล้วน้ำท่วมร้านจนเครื่องมือเสียหายเกือบหมด เพื่อนบ้านช่วยกันล้างและซื้อของใหม่ให้ "
                "ตอนนี้ลุงสอนเด็กๆ ซ่อมจักรยานทุกวันเสาร์โดยไม่คิดเงิน และบอกว่ายังไม่อยากเลิกทำงานนี้"},
    WrittenText{"ja", "shift_jis euc-jp iso-2022-jp",
                "駅前の小さな時計店は、祖父の代から続いている。店主の村瀬さんは、毎朝七時に起きて、店にあるすべての時計"
                "のねじを巻く。"
                "「一つでも止まると、落ち着かないんです」と笑う。去年の台風で屋根が壊れたとき、町の人たちが集まって、時"
                "計を一つずつ自分の家に"
                "預かった。修理が終わると、時計はみな戻ってきたが、なぜか前よりも正確に動くようになったという。子どもた"
                "ちは学校の帰りに店をのぞき、"
                "大きな振り子が揺れるのをながめている。"},
    WrittenText{"zh-Hans", "gb18030 gbk",
                "河边的旧船厂已经关了十二年，最近却又传出敲打的声音。老木匠陈师傅带着三个年轻人，想把一条沉在水里的渡船"
                "修好。他们没有图纸，"
                "只能一边拆一边记。镇上的人开始不相信，后来有人送来木板，有人送来午饭。小学的老师带学生来参观，让他们写"
                "下看到的东西。"
                "陈师傅说，船修好以后，不收钱，谁想过河都可以坐。如果天气好，明年春天就能下水。"},
    WrittenText{"zh-Hant", "big5",
                "山腳下的郵局每天只開兩個小時，因為寄信的人越來越少。局長林太太把空下來的房間變成圖書室，請村裡的人把看"
                "過的書帶來。"
                "剛開始只有幾本舊雜誌，現在架子已經放不下了。孩子們放學以後坐在窗邊讀故事，老人則喜歡聽她念報紙。上個月"
                "，城裡的記者來採訪，"
                "問她為什麼不退休。她說，還有一封信沒有送到，收信的人搬走了，她想等他回來。"},
    WrittenText{"ko", "euc-kr",
                "언덕 위의 작은 빵집은 새벽 네 시에 불을 켠다. 주인 할머니는 밀가루를 체에 치면서 라디오를 듣고, "
                "손자는 옆에서 숙제를 한다. "
                "작년 겨울에 눈이 많이 와서 길이 막혔을 때, 할머니는 마을 사람들에게 빵을 그냥 나누어 주었다. 봄이 "
                "되자 사람들이 벽을 새로 "
                "칠하고 고장 난 화덕도 고쳐 주었다. 지금은 멀리서도 손님이 찾아온다. 그래도 값은 그대로이고, 늦게 오는 "
                "사람을 위해 언제나 "
                "한 개를 남겨 둔다."},
};

}  // namespace offprint
