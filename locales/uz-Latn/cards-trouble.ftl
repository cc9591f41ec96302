### status: draft

## Cards for people in trouble at work, at home or far from home.
## The first words name nothing: whoever glances at the phone must not read what it is about.

card-working-hours =
    Har kuni yozing: qachon boshladingiz, qachon tugatdingiz, qanday tanaffuslar bo'ldi. Dam olmagan kunlarni ham yozing. Buni faqat siz ko'radigan joyda saqlang.

    Xalqaro Mehnat Tashkiloti shunday deydi: oddiy hafta 48 soatdan oshmaydi. Har haftada bir to'liq dam olish kuni bo'ladi (1919 va 1921-yil qoidalari, sanoat uchun). Ko'proq ishlangan soatlarga maosh ko'proq bo'lishi kerak. Har bir davlat qonuni nima deyishini biz tasdiqlamaganmiz.

    Dam olmasdan juda uzoq ishlash majburiy mehnat belgilaridan (Xalqaro Mehnat Tashkiloti, 2012). Bu sizning aybingiz emas. Xo'jayindan qo'rqsangiz, dam olishni yolg'iz so'ramang. Avval bu yerdagi odamga yozing.
    .title = Ish soatlari va dam olish
    .short = Har kuni yozing: boshlanish, tugash, tanaffus. Faqat o'zingiz ko'ring. XMT: haftada ko'pi 48 soat, bir kun dam. 1 raqamlar 2 maosh 4 odam
    .line = Ish boshlangan va tugagan vaqtni har kuni yozing.

card-accident-at-work =
    Avval shifokor. Shifokorga bu ishda va qanday bo'lganini ayting. Hayot xavf ostidami? O'sha davlatning qutqaruv raqamiga qo'ng'iroq qiling. U "Telefon raqamlari" bo'limida.

    Imkon bo'lganda kun, soat, joy, ish beruvchi nomi va kim ko'rganini yozing. Xavfsiz bo'lsagina suratga oling. Shifokorning har bir qog'ozini yoki uning suratini saqlang.

    Uyda bo'lgan deb imzo qo'yishingizni so'rashlari mumkin. Rost bo'lmagan yoki o'qiy olmagan narsaga imzo qo'ymang. Shartnomasiz ham davolanish va maosh bo'yicha yordam so'rash mumkin. Qoidalar har davlatda har xil. Bu yerdagi odam yurist topishga yordam berishi mumkin.
    .title = Ishda jarohat oldim
    .short = Avval shifokor. Ishda bo'lganini ayting. Kun, joy, kim ko'rganini yozing. Qog'ozlarni saqlang. Yolg'onga imzo yo'q. 1 raqamlar 2 shifokor 3 yurist 4 odam
    .line = Avval shifokor. Bu ishda bo'lganini ayting.

card-health =
    Shifokorga borishingiz mumkin, nimani aytishni o'zingiz tanlaysiz. Hayot xavf ostidami? O'sha davlatning qutqaruv raqamiga qo'ng'iroq qiling. U "Telefon raqamlari" bo'limida.

    Tarjima uchun xo'jayinni emas, ishongan odamingizni oling. Tahlildan oldin so'rashingiz mumkin: natijani kim ko'radi? Men haqimda boshqa idoraga aytishingiz kerakmi? Kvitansiyalar va dorilaringiz nomini saqlang.

    Kimdir sizni jinsiy aloqaga majburladimi? Bu sizning aybingiz emas. Imkon boricha tezroq shifokorga boring. OIVdan saqlaydigan dori bor. Uni 72 soat (uch kun) ichida boshlash kerak. Homiladormisiz yoki kasalmisiz, borishga qo'rqasizmi? Bu yerdagi odam ayblamaydigan shifokorni qidirishi mumkin.
    .title = Shifokor va dori
    .short = Shifokorga nimani aytishni o'zingiz tanlaysiz. Tarjimaga xo'jayin emas, ishongan odam. Tahlilni kim ko'radi? 1 raqamlar 2 tahlil 6 odam
    .line = Shifokorga nimani aytishni o'zingiz tanlaysiz.

card-victim-rights =
    Kimdir sizni majburlagan yoki ish haqida aldagan bo'lsa, bu sizning aybingiz emas. Avval rozi bo'lganingizning ahamiyati yo'q. Bu yerdagi yordam politsiya bilan gaplashishingizga bog'liq emas.

    Buni hali yurist tekshirmagan. Qirg'iziston (2012-yil manbasi): o'n kunlik bepul yashash joyi uchun o'z arizangiz yetarli. Ishingiz ko'rilayotganda muddatni uzaytirishni so'rash mumkin. Boshqalar majburlab qildirgan kichik huquqbuzarliklar jazolanmaydi (2022-yil hisoboti). Qozog'iston: har qanday fuqarolikda yordam (2026-yil xabari). Rossiya: buning uchun davlat telefoni yoki xizmati yo'q (2025-yil hisoboti). U yerda avval konsulligingizdan yoki bu yerdagi odamdan so'rang. Bugun qanday ishlashi tasdiqlanmagan.

    Yordam beradigan har kimdan so'rashingiz mumkin: so'zlarimni kim o'qiydi? Yo'q desam, nima bo'ladi? To'xtata olamanmi? Xohishingizga qarab tarjimon, ayol yoki erkak xodim so'rang.
    .title = Yordam olish huquqim
    .short = Majburlashdimi, aldashdimi? Bu aybingiz emas. Qonun haqidagi yozuvlarni yurist tekshirmagan (2012-2026). 1 raqamlar 2 yurist 3 tunash joyi 5 odam
    .line = Aybingiz emas. Qonun yozuvlari: 2012-2026.

card-legal-aid =
    Pulsiz, shartnomasiz va hujjatsiz ham yuristdan so'rashingiz mumkin. Bu yerdagi odamga yozing: u siz bilan yurist qidirishi mumkin.

    Qirg'iziston: Adliya vazirligining Yuridik yordam xizmatida puli kam odamlar uchun bepul yuristlar bor. Chet elliklar ham so'rashi mumkin (2025-yil iyun xabari). Yordam tashkilotining o'z yuristi bo'lishi mumkin.

    Voqeangizni aytishdan oldin so'rang: bu bepulmi? Kimga aytasiz? Mening xo'jayinimga ishlaysizmi? Hujjatlar, xabarlar, suratlar va yozuvlaringizni oling. Asl nusxalarni bermang. O'qiy olmaganga imzo qo'ymang.
    .title = Yurist yordami
    .short = Pulsiz va hujjatsiz ham yuristdan so'rash mumkin. Avval so'rang: bepulmi, kimga aytasiz? Asl nusxani bermang. 1 raqamlar 2 to'lashmadi 4 odam
    .line = Avval so'rang: bepulmi va kimga aytasiz?

card-shelter =
    Bugun kechasi tunash joyi kerakmi? Bu yerdagi odamga yozing yoki "Telefon raqamlari" bo'limiga qarang. Bu yerda manzil yozmaymiz. Shunda hech kim bu chat orqali sizni qidira olmaydi.

    Qirg'iziston: uyda ozor ko'rganlar uchun 17 ta markaz bor (2026-yil mart xabari). Ba'zilarida xonalar bor, lekin pul kam. Erkaklar va bolalar uchun joy oz (2025-yil hisoboti). Shuning uchun avval joy bor-yo'qligini so'rang. Moskvada elchixona bolali ayollar uchun xonalar ochgan (2023-yil xabari). Ular bugun ochiqligi tasdiqlanmagan.

    Borishdan oldin so'rang: bu bepulmi? Bolam kirishi mumkinmi? Telefonim o'zimda qoladimi? Xohlaganda keta olamanmi? Politsiya bilan gaplashishim shartmi? Tunash joyi uchun hech kim sizdan pul, seks yoki ish so'rashi mumkin emas.
    .title = Tunash joyi
    .short = Bugun tunash joyi kerakmi? Odamdan so'rang. Manzil yozmaymiz, sizni topishmaydi. Joy uchun pul yoki seks so'rash mumkin emas. 1 raqamlar 4 odam
    .line = Joyni odamdan so'rang. Manzil yozmaymiz.

card-violence-at-home =
    Ular nima desa ham, bu sizning aybingiz emas. Hozir kimdir sizga ozor beryaptimi? Yozing: yordam bering. Nima va qachon xavfsizligini o'zingiz yaxshi bilasiz.

    Iloji bo'lsa, sekin tayyorlaning. Ishongan odamingizga hujjatlar nusxasi, biroz pul, kalit va dori bering. Qo'shni bilan bitta so'zni kelishib oling. U shuni bildiradi: kel yoki yordam chaqir. Qaysi eshikdan chiqishni o'ylab qo'ying. Har suhbatdan keyin bu chatni yashiring.

    Ketmoqchi bo'lsangiz, avval bu yerdagi odam bilan reja tuzing. Hech kim kuzatmaydigan vaqtni tanlang. Qirg'iziston: politsiya himoya orderini berishi mumkin. Ba'zilarga yordam berdi, ba'zilarga yo'q (2026-yil yanvar xabari). Unda politsiya keladi. Siz hal qilasiz. Avval bu yerdagi odamdan so'rash mumkin.
    .title = Uydagi qiyinchilik
    .short = Bu aybingiz emas. Hozir ozor berishyaptimi? Yozing: yordam bering. Sekin tayyorlang: hujjat, pul, kalit do'stda. 1 raqamlar 2 joy 3 telefon 7 odam
    .line = Aybingiz emas. Nima xavfsizligini o'zingiz bilasiz.

card-going-home =
    Uyga ketishingiz mumkin. Xo'jayinning ruxsati kerak emas. Pasport bo'lmasa: Qirg'iziston konsulligi qaytish guvohnomasini berishi mumkin. Bu uyga yo'l uchun hujjat (konsullik sahifasi, sanasi yo'q). Qanday surat va qog'ozlar kerakligini so'rang.

    Chiptaga pul yo'qmi? Konsullikdan va bu yerdagi odamdan so'rang. Chiptani va'da qila olmaymiz. Xo'jayindan yoki sizni olib kelgan odamdan qarz olmang. Davlatda muddatidan ortiq qoldingizmi? Safardan oldin so'rang: jarima bormi, taqiq bormi?

    Yetib borganingizni ishongan odamingizga ayting. U yerda kimdandir qo'rqasizmi? Yo'lga chiqishdan oldin bu yerdagi odamga ayting. Uyda nima bo'lganini hech kimga aytish shart emas. Yordam tashkiloti hujjat, o'qish va ish bo'yicha yordam berishi mumkin.
    .title = Uyga yo'l
    .short = Xo'jayinsiz ham uyga ketish mumkin. Pasport yo'qmi? Konsullikdan qaytish guvohnomasini so'rang. 1 raqamlar 2 konsullik 3 yo'qolgan hujjat 7 odam
    .line = Pasport yo'qmi? Qaytish guvohnomasini so'rang.

card-online-jobs-and-scam-centres =
    Hozircha uchmang. Osiyoda internetdagi ish va bepul chipta - shubhali belgi. 2025-yil xabarlarida odamlarni Tailandga chaqirib, Myanmaga olib borishgan. U yerda ular internetda boshqalarni aldashi kerak edi. Qo'yib yuborish uchun pul so'rashgan. Ulardan sakkiz kishi Qirg'izistondan edi.

    So'rang: kompaniya nomi nima, qayerda tunayman, qanday viza olaman? Istalgan kuni uyga keta olamanmi? Chegarani chegara postidan tashqarida o'tmang. Manzil va maxfiy so'zni oilangizga qoldiring.

    Allaqachon u yerdamisiz? Faqat hech kim kuzatmaganda yozing. Majburlab qildirilgan ish uchun siz aybdor emassiz. 2025-yilda Qirg'izistonning Tailand va Myanmada elchixonasi yo'q edi; Qozog'iston va O'zbekiston diplomatlari yordam berdi. Bu yerdagi odam bilan gaplashmasdan to'lamang. Xavfdamisiz? Yozing: yordam bering.
    .title = Chet elda internetdagi ish
    .short = Hozircha uchmang. Osiyoda internet ishi va bepul chipta - shubhali belgi. U yerdamisiz? Kuzatishmaganda yozing. 1 raqamlar 3 konsullik 5 odam
    .line = Internet ishi va bepul chipta: uchishdan oldin tekshiring.

card-children =
    Bolaning tug'ilganlik guvohnomasi va pasportini o'zingizda saqlang. Suratga oling. Nusxasini ishongan odamingizga qoldiring.

    Siz ketib, bola qolyaptimi? Bola ishonadigan bitta katta odamni tanlang. Unga nusxalar, pul, dori, shifokor va maktab raqamini bering. Bola bilan maxfiy so'z va qo'ng'iroq kunlarini kelishib oling. Birga ketyapsizmi? Safardan oldin so'rang: ikkinchi ota-onadan qog'oz kerakmi?

    Bolaga maktab yoki hujjat kerak bo'lsa: o'zingizda hujjat bo'lmasa ham, bu yerdagi odamdan so'rang. Bola chet elda tug'ildimi? Qanday qog'ozlar kerakligini konsulligingizdan so'rang. Bolaga ozor berishsa yoki u xavfda bo'lsa, yozing: yordam bering.
    .title = Mening bolam
    .short = Bola hujjati o'zingizda, nusxasi ishongan odamda bo'lsin. Bola xavfdami? Yozing: yordam bering. 1 raqamlar 2 uyga 3 Rossiya 5 odam
    .line = Bola hujjatlari va nusxasi o'zingizda tursin.

card-minors =
    Bu yerga yozishingiz mumkin. Sizni hech qachon haydamaymiz va hech qachon avval ota-onangizga boring demaymiz. Maxsus o'rgatilgan odam siz bilan yozishi mumkin.

    Ish: Xalqaro Mehnat Tashkiloti odatda 15 yoshgacha mumkin emas, deydi. Xavfli ish 18 yoshgacha mumkin emas (1973-yil qoidasi). Har davlatda qonun boshqacha bo'lishi mumkin. Biz buni tasdiqlamaganmiz. Yo'q deyishingiz mumkin.

    Kimdir sizga ozor beryaptimi, majburlayaptimi, pulingiz yoki hujjatlaringizni olib qo'yganmi? Bu sizning aybingiz emas. Ularga o'z suratingizni yubormang, bizga ham yubormang. Qonun bolalarni himoya qiladigan odamlarga aytishimizni talab qilishi mumkin. Avval sizga aytamiz yoki xavfsiz bo'lishi bilan aytamiz. "Telefon raqamlari" bo'limida bolalar telefoni bo'lishi mumkin. Hozir xavfdamisiz? Yozing: yordam bering.
    .title = Yoshim 18 ga to'lmagan
    .short = Bu yerga yozing. Sizni haydamaymiz. Ozor berishsa yoki majburlashsa, bu aybingiz emas. Xavfdamisiz? Yozing: yordam bering. 1 raqamlar 4 odam
    .line = Bu yerga yozishingiz mumkin. Sizni haydamaymiz.
