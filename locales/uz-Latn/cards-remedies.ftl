### status: draft

## What can be put right afterwards, and threats. The first words name nothing.

card-compensation =
    Pul so'rashingiz mumkin: to'lanmagan maosh, shifokor xarajati va yetkazilgan zarar uchun. Shartnoma yoki hujjat bo'lmasa ham so'rash mumkin. Albatta berilishini hech kim va'da qila olmaydi. Bu sahifa 2026-yil noyabrda yozilgan. Uni hali yurist tekshirmagan.

    Hammasini saqlang: kun va soat yozuvlari, xabarlar, kvitansiyalar, shifokor qog'ozlari, ismlar. Uyga ketishdan oldin yuristdan so'rang: ishni mensiz davom ettira olasizmi? Buning uchun qaysi qog'ozga imzo qo'yaman? Qancha vaqtim bor? U odamni yana ko'rishim kerakmi? Hujjatlarimni kim ko'radi?

    Qozog'istonda davlat fondi bor. 2020-yil iyuldan u sotilgan yoki majburlab ishlatilgan odamlarga bir marta pul to'laydi. Buning uchun shunday bo'lgani rasman tan olinishi kerak. Chet elliklarga to'lanishi tasdiqlanmagan. Boshqa davlatlar qoidalarini ham tasdiqlamadik. Kimdir "pulingizni qaytaraman" deb, avval pul so'rayaptimi? Bu shubhali belgi (2026-yil yanvar).
    .title = Zarar uchun pul
    .short = Maosh va zarar uchun shartnomasiz ham pul so'rash mumkin. Yozuv, xabar, kvitansiyani saqlang. Avval pul so'ragan aldashi mumkin. 2 yurist 4 odam
    .line = Yozuv va kvitansiyani saqlang. Muddatni so'rang.

card-restore-documents =
    Hujjatlarni qayta olish mumkin. Biri keyingisini olishga yordam beradi. Avval istalgan nusxa yoki surat va pasport raqamini toping.

    Chet elda: konsulligingiz. Qirg'izistonga qaytish guvohnomasi besh ish kunigacha tayyorlanadi. Avval kimligingizni aniqlash kerak bo'lsa, yana o'n kungacha (konsullik, sanasiz). Uyda: aholiga xizmat markazi (TSON). Ular pasport topilganmi deb qaraydi, keyin yangisini so'raysiz (2023). Istalgan markazga borish mumkin, lekin o'zingiz kelishingiz kerak (sanasiz). Chet el pasportini "Tunduk" dasturida ham so'rash mumkin (2026).

    Tug'ilganlik guvohnomasi, ro'yxat yo'qmi yoki bola hujjatsizmi? Bu qoidalar 2025-yil oktabrda o'zgargan. Unda yordam tashkilotining yuristi yordam berishi mumkin, O'shda ham. Boshingizdan nima o'tganini idoraga aytish shart emas. Tez qilib beraman degan odamga asl hujjat va pul bermang.
    .title = Hujjatlarni tiklash
    .short = Hujjatlarni qayta olish mumkin. Chet elda: konsullik. Uyda: xizmat markazi yoki yordam tashkiloti yuristi. 1 raqamlar 2 konsullik 3 yurist 5 odam
    .line = Chet elda konsullik, uyda xizmat markazi (TSON).

card-training-and-jobs =
    Kasbni bepul o'rganish mumkin. Nega qaytganingizni va nima bo'lganini aytish shart emas.

    Qirg'iziston: tumaningizdagi bandlik xizmati ishsiz odamlarni bepul kursga yuboradi (2025-yil oktabr). Kurs bir oydan uch oygacha, oxirida sertifikat beriladi: tikuvchilik, oshpazlik, payvandlash, sartaroshlik, kompyuter va boshqalar. Qaysi hujjat kerakligini so'rang. Kasbni bilasiz, lekin qog'ozingiz yo'qmi? Ta'lim vazirligining davlat markazi sinovdan keyin qog'oz beradi (2025-yil noyabr). Bu qancha turishini tasdiqlamaganmiz.

    O'shda Migratsiya resurs markazi bor (2024-yilda ochilgan). Yordam tashkiloti o'qish, ish va hujjat bo'yicha yordam berishi mumkin. Bu yerdagi odam siz bilan birga so'rashi mumkin. Kurs oldindan pul so'rab, chet elda ish va'da qilyaptimi? To'lashdan oldin taklifni tekshiring.
    .title = O'qish va ish topish
    .short = Tumaningiz bandlik xizmatida bepul kurslar bor, bir oydan uch oygacha (Qirg'iziston, 2025). Nega qaytganingizni aytish shart emas. 1 raqamlar 4 odam
    .line = Bandlik xizmatida bepul kurslar (2025).

card-forced-crime =
    Sizga tahdid bilan biror ish qildirishdimi? Bu sizning tanlovingiz emas edi. Avval yurist yoki yordam liniyasi, keyin imzo va tushuntirish.

    Masalan: internetda odamlarni aldash, posilka tashish, o'g'irlash, bank kartasi ochish, soxta hujjat bilan chegaradan o'tish, boshqa odamlarni olib kelish. BMT shunday deydi: odamlar majburlab qildirilgan ish uchun jazolanmasligi kerak (2021). Davlatingiz qonunida shundaymi? Yuristdan so'rang. U qancha erta bo'lsa, shuncha yaxshi.

    Xavfsiz bo'lsa, o'zingiz uchun yozing: kim buyurdi, nima deb qo'rqitdi, qachon va qayerda. Buni bu yerga yubormang. Ushlab turishyaptimi? Shunday deng: meni majburlashdi, menga advokat va tarjimon kerak, hozir imzo qo'ymayman. Konsullikni so'rashingiz mumkin. Hali ham o'sha yerdamisiz yoki oilangizga tahdid qilishyaptimi? Yozing: yordam bering.
    .title = Meni majburlab qildirishdi
    .short = Tahdid bilan qildirishdimi? Imzo va tushuntirishdan oldin: yurist. Ayting: majburlashdi, advokat kerak. U yerdamisiz? Yozing: yordam bering. 5 odam
    .line = Imzodan oldin advokat. Bu sizning tanlovingiz emas.

card-extortion =
    Bu sizning aybingiz emas. Iloji bo'lsa, to'lamang. To'lagan bo'lsangiz, boshqa to'lamang. To'lagan odamdan ko'pincha yana so'rashadi. Yangi surat yubormang. U odam yaqin joyda bo'lib, ozor berishi mumkin bo'lsa, eng muhimi xavfsizligingiz. Yozing: yordam bering.

    Tahdidlarni o'chirmang. Faqat o'zingiz ko'radigan joyda saqlang: ism, raqam, akkaunt, kun. Keyin xavfsiz bo'lsa, javob bermang va bloklang. Suratlarni saqlash shart emas, bizga ham yubormang. StopNCII.org ba'zi saytlarda suratingizni bloklashga yordam beradi. U suratning faqat izini oladi, surat telefoningizda qoladi. 18 ga to'lmagan bo'lsangiz: takeitdown.ncmec.org.

    Ishingizni oilangga aytaman deb qo'rqitishyaptimi? Qanday ish bo'lmasin, bu ham shantaj. "Politsiyadanman" deb qo'ng'iroq qilib, pul so'rashyaptimi? Ismi va bo'limini so'rang. Suhbatni tugating. O'sha bo'lim raqamini o'zingiz toping. Politsiyaga borishni o'zingiz hal qilasiz. Avval bu yerdagi odam bilan o'ylab ko'rishingiz mumkin.
    .title = Tahdid: pul yoki surat
    .short = Aybingiz yo'q. Yana to'lamang, surat yubormang. Tahdidni saqlang, keyin bloklang. Kimdir ozor bersa, yozing: yordam bering. 1 raqamlar 3 yurist 4 odam
    .line = Yana to'lamang, surat yubormang. Tahdidni saqlang.
