### status: draft

## Cards for people who have trouble at work or with papers.

card-wages =
    Har kuni yozing: necha soat ishladingiz, qancha to'lashdi, qancha ushlab qolishdi. Buni faqat siz ko'radigan joyda saqlang.

    So'rang: qancha olaman, qaysi kuni, nima ushlab qolinadi va nega? Javob qolishi uchun xabar orqali so'rang. Xabar va kvitansiyalarni saqlang.

    Ushlab qolingan maosh va juda uzoq ish soatlari majburiy mehnat belgilaridan (Xalqaro Mehnat Tashkiloti, 2012). Siz bilan shunday bo'lsa, bu sizning aybingiz emas. Bu yerdagi odam yordam berishi mumkin.
    .title = Maosh va ish soatlari
    .short = Har kuni yozing: soatlar, maosh, nima ushlandi. Faqat o'zingiz ko'radigan joyda saqlang. Kvitansiyalarni saqlang. 1 raqamlar 2 to'lashmadi 4 odam
    .line = Har kuni soatlar va maoshni yozing.

card-wage-theft =
    Hozir: ishlagan kunlar va soatlaringizni yozing. Qancha va'da qilishgani va qancha to'lashganini yozing. Ismlar va manzilni yozing. Hamma xabarlarni saqlang. Hech kim ko'rmasagina suratga oling.

    Siz ishladingiz. Shartnoma yoki hujjat bo'lmasa ham, maosh masalasida yordam so'rashingiz mumkin. Idoraga shikoyat qilishdan oldin bu yerdagi odamdan so'rang: idora hujjatlarimni ham tekshiradimi?

    Xo'jayindan qo'rqasizmi? Unda pulni yolg'iz so'ramang. Avval bu yerdagi odamga yozing. Kimdir sizga ozor bersa yoki qo'yib yubormasa, yozing: yordam bering.
    .title = Menga pul to'lashmayapti
    .short = Yozing: kunlar, soatlar, va'da qilingan maosh, ismlar, manzil. Xo'jayindan qo'rqsangiz, yolg'iz so'ramang. 1 raqamlar 4 advokat 6 odam
    .line = Soatlar va va'da qilingan maoshni yozing.

card-documents-held =
    Avvalo: pasportingizni so'rash xavfsizmi? Qo'rqsangiz, yolg'iz so'ramang. Bu yerdagi odamga yozing. Kimdir sizga ozor bersa yoki qo'yib yubormasa, yozing: yordam bering.

    Xavfsiz bo'lsa, iz qolishi uchun xabar orqali so'rang. Pasportni qaytarish uchun o'qiy olmagan qog'ozga imzo qo'ymang. Pasportingiz surati yoki nusxasini qidiring. Raqamini yozib oling.

    Pasportsiz ham ketishingiz mumkin. Hayotingiz muhimroq. Uyga qaytish uchun hujjatni qanday olishni konsullik aytadi. Buning uchun xo'jayin kerak emas.
    .title = Pasportimni olib qo'yishgan
    .short = Qo'rqsangiz, pasportni yolg'iz so'ramang. Pasportsiz ham ketish mumkin. Qaytish hujjatini konsullikdan so'rang. 1 raqamlar 4 odam
    .line = Pasportsiz ketish mumkin. Konsullikdan so'rang.

card-debt-bondage =
    Yangi qarz olmang. Xavfsiz bo'lsa, yangi qog'ozlarga imzo qo'ymang. O'zingiz uchun yozing: avval qancha deyishgan, qanchasini ishlab berdingiz, nima qo'shishdi.

    Qarz bilan ushlab turish majburiy mehnat belgilaridan biri (Xalqaro Mehnat Tashkiloti, 2012). Qarz sizni birovning mulkiga aylantirmaydi. Bu sizning aybingiz emas.

    Shunday deyishlari mumkin: boshqa odamlarni olib kel, ozod bo'lasan. Avval bu yerdagi odam bilan gaplashing. Sizga yoki oilangizga tahdid qilishyaptimi, qo'yib yuborishmayaptimi? Yozing: yordam bering.
    .title = Qarzni ishlab berishim kerak
    .short = Yangi qarz olmang. Birinchi summani yozing. Qarz sizni birovning mulkiga aylantirmaydi. Tahdidmi? Yozing: yordam bering. 1 raqamlar 4 odam
    .line = Qarz sizni birovning mulkiga aylantirmaydi.

card-leaving-the-job =
    Sizni qamab qo'yishganmi yoki kimdir ozor beryaptimi? Yozing: yordam bering. Qo'rqsangiz, ketmoqchi ekaningizni xo'jayinga aytmang.

    Chiqib keta olsangiz: hech kim kuzatmaydigan vaqtni tanlang. Hujjat, telefon, zaryadlagich, pul va dorilarni oling. Biror narsani ololmasangiz, qoldiring. Qayerga ketayotganingizni ishongan bir odamingizga ayting.

    Kuta olsangiz, avval bu yerdagi odamdan so'rang: vizam shu xo'jayinga bog'liqmi? Qayerda tunashim mumkin? Maoshimni keyin qanday so'rayman? Xavfsiz bo'lsa, to'lanmagan soatlarni yozing.
    .title = Bu ishdan ketmoqchiman
    .short = Qamashganmi, ozor berishyaptimi? Yozing: yordam bering. Chiqa olsangiz: hujjat, telefon, pul, dori oling. Ishongan odamga ayting. 4 joy 6 odam
    .line = Hujjat, telefon, pul oling. Ishonganingizga ayting.

card-detention-and-police =
    Xotirjam bo'ling. Qochmang va urishmang. O'qiy olmagan qog'ozga imzo qo'ymang, armiya bilan shartnomaga ham. Shunday deng: menga tarjimon va advokat kerak.

    Konsulligingizga va yaqin odamingizga qo'ng'iroq qilishni so'rang. Qayerda ekaningizni ayting. Joy nomi, vaqt va xodimning ismini eslab qoling yoki yozing.

    Kimdir sizni qonunni buzishga majburladimi? Advokatingizga ayting. BMTning jinoyatchilik bo'yicha boshqarmasi (UNODC) shunday deydi: odamlar majburlab qildirilgan ish uchun jazolanmasligi kerak. Har bir davlat qonuni shunday deyishi tasdiqlanmagan.
    .title = Meni ushlab olishsa
    .short = Qochmang, urishmang. O'qiy olmaganga imzo qo'ymang. Tarjimon, advokat va konsullikka qo'ng'iroq so'rang. 1 raqamlar 3 advokat 6 odam
    .line = O'qiy olmaganga imzo qo'ymang. Tarjimon so'rang.

card-lost-documents =
    Hujjatning surati yoki nusxasini qidiring: telefoningizda, pochtangizda, oilangizda. Pasport raqami yordam beradi.

    Chet elda: konsulligingizga qo'ng'iroq qiling. Nima olib borishni va uyga qaytish hujjatini qanday olishni so'rang. Avval so'rang: politsiyadan qog'oz kerakmi? Uyda: yordam tashkilotining yuristi hujjatlarni tiklashga yordam berishi mumkin.

    Kimdir hujjatlarni olib, qaytarmayotgan bo'lsa, "Pasportimni olib qo'yishgan" sahifasini o'qing.
    .title = Hujjatlarimni yo'qotdim
    .short = Surat yoki nusxa qidiring: telefon, pochta, oila. Chet elda konsullikdan so'rang: nima olib kelay, qanday qaytaman? 1 raqamlar 2 konsullik 5 odam
    .line = Nusxasini qidiring. Chet elda konsullikka ayting.

card-embassy =
    Borishdan oldin qo'ng'iroq qiling. Shunday deng: men ... fuqarosiman, ... shahridaman, menga ... bo'yicha yordam kerak. Xo'jayinsiz ham qo'ng'iroq qilishingiz mumkin.

    Konsullik pasport yo'qolganda, uyga qaytishda, ushlab olishganda yordam berishi mumkin. Qirg'izistonning Tailand va Myanmada elchixonasi yo'q (2025-yil xabarlari). Unda bu yerdagi odamga yozing va birga boshqa yo'l qidiring.

    Konsullik - davlat idorasi. U yerga borishdan qo'rqsangiz, avval bu yerdagi odamdan so'rang.
    .title = Elchixona va konsullik
    .short = Borishdan oldin konsullikka qo'ng'iroq qiling. Ayting: kimsiz, qayerdasiz, nima kerak. Davlat idorasidan qo'rqasizmi? Odamdan so'rang. 1 raqamlar 3 odam
    .line = Avval qo'ng'iroq: kimsiz, qayerdasiz, nima kerak.
