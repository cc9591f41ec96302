### status: draft

## Cards about the body: health, force, marriage and children carried for others.
## The first words name nothing: whoever glances at the phone must not read what it is about.

card-hiv-and-sti =
    Shifokor yordam bera oladi, nimani aytishni o'zingiz tanlaysiz. Prezervativsiz aloqa bo'ldimi yoki u yirtilib ketdimi? Iloji bo'lsa, bugun shifokorga boring. OIVdan saqlaydigan dori bor. Uni 24 soat ichida boshlagan yaxshi, eng kechi 72 soat, ya'ni uch kun ichida. Uni 28 kun ichasiz (Jahon sog'liqni saqlash tashkiloti, 2024).

    Jinsiy aloqada yuqadigan kasalliklarning ko'pi bilinmaydi. Uni tahlil topadi. Ko'pidan tuzalib ketish mumkin, qolganini davolasa bo'ladi (Jahon sog'liqni saqlash tashkiloti). Prezervativ himoya qiladi. Yaxshi davolansa, OIV jinsiy aloqada deyarli yuqmaydi (YUNEYDS, 2018).

    Jahon sog'liqni saqlash tashkiloti va YUNEYDS shunday deydi (2017): tahlil faqat o'z xohishingiz bilan, natija roziligingizsiz hech kimga aytilmaydi. Buni har davlat ham bajarmaydi. Avval so'rashingiz mumkin: ismimni aytishim shartmi? Natijani kim ko'radi? Ba'zi davlatlarda natija hujjatlaringizga ta'sir qilishi mumkin, shuning uchun avval bu yerdagi odamdan so'rang. Qirg'iziston: OIV markazlari tahlil va himoya dorisini bepul beradi va siringizni saqlaydi (2026-yil fevral xabari).
    .title = Tahlil va himoya
    .short = Shifokorga nimani aytishni tanlaysiz. Himoya dorisi: bugun boshlagan yaxshi, ko'pi 72 soat. Natijani kim ko'radi? 1 raqamlar 3 homiladorlik
    .line = Himoya dorisi: bugun boshlang, ko'pi 72 soat ichida.

card-hiv-test-ru =
    Hujjat uchun tahlil topshirishdan oldin bu yerdagi odamdan so'rang. Bu sahifani hali yurist tekshirmagan. Rossiyada chet elliklar tibbiy ko'rikdan o'tishi shart. Ishga kelganlar - kirgandan keyin 30 kunda. Boshqa sabab bilan 90 kundan ko'p turadiganlar 90 kunda (2021-yil dekabr qoidasi, 2026-yil yanvar xabari). OIV, sil, moxov, zaxm va giyohvand moddalar tekshiriladi (2026-yil fevral xabari).

    Shunday kasallik topilsa, hujjat bermay, uyga jo'natishlari mumkin (2026-yil fevral xabari). Xabarlarga ko'ra, eri, xotini, bolasi yoki ota-onasi Rossiya fuqarosi bo'lsa, OIV uchun chiqarib yuborish mumkin emas. Lekin xabarlarga ko'ra, shunday holatlar bo'ladi. 2026-yil iyunda yuqori palata ko'rikdan bosh tortganlarga kattaroq jarima uchun ovoz berdi. U kuchga kirgani tasdiqlanmagan.

    Sanasi yo'q bir xabarga ko'ra, Rossiyadagi SPID markazlarida ismni aytmasdan ham tekshirilish mumkin. Avval ular nimani yozib olishini so'rang. Soxta qog'oz sotib olmang: ahvol og'irlashishi mumkin. Kasallik sizning aybingiz emas. Qirg'izistonda OIV markazlari bepul yordam beradi va siringizni saqlaydi (2026-yil fevral xabari).
    .title = Rossiyada tahlil va hujjat
    .short = Hujjat uchun tahlildan oldin odamdan so'rang. Natija turish huquqiga ta'sir qilishi mumkin (2026, yurist tekshirmagan). 1 raqamlar 4 yurist 5 odam
    .line = Hujjat uchun tahlildan oldin odamdan so'rang (2026).

card-pregnancy =
    Kimga va qachon aytishni o'zingiz hal qilasiz. Sizni shifokor yoki doya ko'rishi mumkin. Bu yerdagi odam sizni ayblamaydigan shifokorni qidirishi mumkin. Shunday bo'lsa, darhol shifokorga boring: qon ketsa, qorin qattiq og'risa, bosh og'rig'i o'tmasa, ko'z yaxshi ko'rmasa, tutqanoq tutsa, isitma baland bo'lsa. Yoki yuz birdan shishsa, bola kamroq qimirlasa. Hayot xavf ostidami? Qutqaruv raqamiga qo'ng'iroq qiling.

    Jinsiy aloqa so'nggi besh kunda bo'ldimi va bola xohlamaysizmi? Shunday holat uchun tabletkani shifokor yoki dorixonadan so'rang. U besh kungacha ta'sir qiladi, qancha erta bo'lsa, shuncha yaxshi (Jahon sog'liqni saqlash tashkiloti, 2021). Ko'proq o'tgan bo'lsa, nima qilish mumkinligini shifokordan tezroq so'rang: har davlatda muddat har xil. Tug'ishga ham, homilani to'xtatishga ham hech kim majburlamasligi kerak. O'zingiz hal qilasiz.

    Xalqaro Mehnat Tashkiloti shunday deydi: homiladorlik uchun hech kim ishdan bo'shatilmasligi kerak (2000-yil konvensiyasi). Har davlat qonuni nima deyishini biz tasdiqlamaganmiz. Rost bo'lmasa, "o'z xohishim bilan ketaman" degan qog'ozga imzo qo'ymang. OIV tahlili bolaga ham foyda: davolash uni himoya qilishi mumkin (Jahon sog'liqni saqlash tashkiloti va YUNEYDS, 2017).
    .title = Homiladorlik
    .short = Kimga aytishni o'zingiz hal qilasiz. Qon, qattiq og'riq: darhol shifokor. Aloqadan keyin tabletka: 5 kun ichida. 1 raqamlar 2 shifokor 3 bola 5 odam
    .line = Kimga aytishni o'zingiz hal qilasiz.

card-sexual-violence =
    Oldin nima bo'lgan bo'lsa ham, bu sizning aybingiz emas. Har qadamni o'zingiz hal qilasiz. Hozir xavfsiz joydamisiz? Hech kim ozor bera olmaydigan joyga, ishongan odamingizga boring. Xavfdamisiz? Yozing: yordam bering.

    Imkon boricha tez, yaxshisi bugun shifokorga boring. Hammasini aytish shart emas, birovni birga olib borishingiz mumkin. OIVga qarshi dorini 24 soat ichida boshlagan yaxshi, eng kechi 72 soat, ya'ni uch kun ichida (Jahon sog'liqni saqlash tashkiloti, 2024). Homiladorlikka qarshi tabletka besh kungacha ta'sir qiladi, qancha erta bo'lsa, shuncha yaxshi (Jahon sog'liqni saqlash tashkiloti, 2021). Boshqa yuqumli kasalliklar uchun tahlil va dorini ham so'rang. Avval so'rashingiz mumkin: politsiyaga aytishga majburmisiz?

    Politsiya haqida o'zingiz hal qilasiz, bugun hal qilish shart emas. Keyin xohlab qolishingiz mumkin bo'lsa, kiyimni yuvmang. Uni selofan xaltaga emas, qog'oz xaltaga soling. Yuvinib olgan bo'lsangiz ham, shifokor yordam beradi. Bu ayollar bilan ham, erkaklar bilan ham bo'ladi. Buni er, xo'jayin, mijoz yoki formadagi odam qilishi mumkin. Bu yerdagi odam tinglaydi, tafsilot so'ramaydi va katta odamning xohishiga qarshi hech qachon politsiyaga bormaydi.
    .title = Xohishimga qarshi bo'ldi
    .short = Bu aybingiz emas. Xavfdamisiz? Yozing: yordam bering. Bugun shifokor, dori 72 soat ichida. Qolganini o'zingiz hal qilasiz. 1 raqamlar 6 odam
    .line = Bu aybingiz emas. Shifokor bugun yordam bera oladi.

card-marriage-abroad =
    Bunday nikohlarning yaxshisi ko'p. Shoshilmang, safardan oldin so'rang. Uning hujjatida nima yozilgan? Qayerda va kim bilan yashaymiz? Boshqa xotini bormi? Yo'q desam, vositachidan qarzdor bo'lib qolamanmi? Oxirgi kungacha yo'q deyish mumkin. Pasport, telefon va qaytish puli o'zingizda bo'lsin. Ishongan odamingizga manzil va maxfiy so'z qoldiring.

    Yana so'rang: davlat nikohimizni ro'yxatga oladimi? U yerda yashash huquqim unga bog'liqmi? BMTning inson huquqlari boshqarmasi 2015-yilda ogohlantirgan: Qirg'izistonda nikohi ro'yxatdan o'tmagan ayollar uy va puldagi ulushidan ayrilgan. Janubiy Koreyada kaltaklangan ko'p ayollar vizasidan ayrilishdan qo'rqqan (2019-yil xabarlari). Har davlat qoidalarini biz tasdiqlamaganmiz. Avval yuristdan yoki bu yerdagi odamdan so'rang.

    Allaqachon u yerdamisiz? Hech kim pasportingizni ushlab turmasligi, sizni qamamasligi, urmasligi, ishga yoki aloqaga majburlamasligi kerak. Er ham. Bu sizning aybingiz emas. Konsullik usiz ham uyga yo'l hujjati bo'yicha yordam bera oladi. Janubiy Koreyada chet ellik ayollar uchun ko'p tilli telefon bor: "Telefon raqamlari" bo'limiga qarang. Xavfdamisiz? Yozing: yordam bering.
    .title = Chet elda turmush qurish
    .short = Shoshilmang. Pasport va qaytish puli o'zingizda bo'lsin. Yashash huquqingiz unga bog'liqmi? 1 raqamlar 2 uyda 3 konsullik 5 yurist 6 odam
    .line = Pasport o'zingizda bo'lsin. Safardan oldin so'rang.

card-surrogacy-and-egg-donation =
    Birinchi kuni imzo qo'ymang. Bu sizning tanangiz. Rozi bo'lgandan keyin ham yo'q deyish mumkin. So'rang: qaysi klinika, qaysi ota-ona, kim to'laydi, qancha va qaysi kuni? Kasal bo'lsam yoki ota-ona aynisa, nima bo'ladi? Keyin shifokorga kim to'laydi? Shartnomani ularga ishlamaydigan yuristga ko'rsating. Pasport va uyga chipta o'zingizda bo'lsin.

    Xabarlarda shunday deyilgan: agentliklar Gruziyaga borish uchun Markaziy Osiyodan ayollar qidiradi (Bi-bi-si, 2024). Tbilisidagi klinika o'nlab ayollarni pulsiz va uysiz qoldirgan (2025). Tailandlik uch ayol aytdi: Gruziyada pasportlari olingan, ayollardan va'da qilingan ish o'rniga tuxum hujayralari olingan (2025-yil fevral). Qonunlar har xil va o'zgarib turadi. Biz ularni tasdiqlamaganmiz.

    Tuxum hujayra berish uchun kuchli gormon dorilari beriladi. Ba'zan ayol undan og'ir kasal bo'ladi. Qorin shishdimi, qattiq og'riq, qusish bormi, nafas olish qiyinmi? Darhol shifokorga boring (tibbiy tadqiqot, 2023). Hujjatingizni ushlab turishyaptimi, qo'rqitishyaptimi, to'xtashga qo'yishmayaptimi? Bu sizning aybingiz emas. Xavfdamisiz? Yozing: yordam bering.
    .title = Boshqaga bola ko'tarib berish
    .short = Birinchi kuni imzo qo'ymang. Yo'q deyish mumkin. Pasport o'zingizda bo'lsin. Gormondan og'ridingizmi? Darhol shifokor. 1 raqamlar 4 yurist 6 odam
    .line = Birinchi kuni imzo qo'ymang. Pasport o'zingizda bo'lsin.
