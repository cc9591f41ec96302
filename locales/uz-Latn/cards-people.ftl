### status: draft

## Cards about somebody else and about who may see this. The asker may be the danger.

card-helping-someone-else =
    Hech kimni ayblamang. Bu odamning telefonini titkilamang. U yerga yolg'iz bormang. Siz so'rayotganingizni bu odam biladimi? O'ziga nima xavfsizligini faqat u biladi.

    Hech kim eshitmaydigan joyda gaplasha olsangiz, shunday deng: men yoningdaman, o'zing hal qilasan. Bu yerga o'zi yozishi mumkinligini ayting. Qistamang. Yo'q desa, keyinroq yana ayting.

    Bu odamning ismini, raqamini yoki suratini bizga yubormang. Kimnidir bilish-bilmasligimizni aytmaymiz. Hozir kimgadir ozor berishyaptimi? Yozing: yordam bering.
    .title = Boshqa odamdan xavotirdaman
    .short = Hech kimni ayblamang, yolg'iz bormang. U bu yerga o'zi yozsin. Hozir ozor berishyaptimi? Yozing: yordam bering. 1 raqamlar 3 odam
    .line = U yerga yolg'iz bormang. U bu yerga o'zi yozishi mumkin.

card-missing-relative =
    U yerga yolg'iz bormang. Hech kimni ayblamang. O'zingiz uchun yozing: oxirgi qo'ng'iroq kuni, oxirgi manzil, ish beruvchi. Xabar va suratlarni saqlang. Ularni bu yerga yubormang.

    Qarindoshingiz bo'lgan joydagi o'z davlatingiz konsulligiga qo'ng'iroq qiling. Uni qo'yib yuborish uchun pul so'rashyaptimi? Yolg'iz qaror qilmang. Avval konsullik yoki bu yerdagi odam bilan gaplashing.

    Kimnidir bilish-bilmasligimizni aytmaymiz. Katta odamning qo'ng'iroq qilmaslikka sababi bo'lishi mumkin. Qarindoshingizdan xabar kelsa, ayting: bu yerga o'zing yozishing mumkin. Qarindoshingiz hozir xavfdami? Yozing: yordam bering.
    .title = Qarindoshim yo'qoldi
    .short = Yolg'iz bormang. Oxirgi qo'ng'iroq, manzil, ish beruvchini yozing. U yerdagi konsullikka qo'ng'iroq qiling. Pul so'rashsa: 4 odam. 1 raqamlar
    .line = Oxirgi qo'ng'iroqni yozing. Konsullikka qo'ng'iroq qiling.

card-privacy-on-your-phone =
    Bu telefonni kim ocha oladi? Boshqa odam ocha olsa, har suhbatdan keyin bu chatni yashiring. Tinch vaqtni tanlang. Telefonda nima qilishingizni kimdir kuzatadi deb o'ylasangiz, ishongan odamingiz telefonidan yozing.

    Yashirish nima qila olmaydi: u brauzer tarixini tozalamaydi. Telefon kompaniyasi va Telegram siz yozganingizni ko'ra oladi. Kimdir ekranni suratga olgan bo'lishi mumkin.

    Moskvadagi ba'zi chet elliklarning telefonida qayerda ekanini xabar qiladigan dastur bor (2025-yil avgust xabari). Unda hokimiyat telefon qayerdaligini ko'rishi mumkin. Kimdir telefoningizni tekshirsa, birdan bo'shab qolgan telefon uning jahlini chiqarishi mumkin. Nima xavfsizligini o'zingiz yaxshi bilasiz.
    .title = Telefonimni kim ko'ra oladi
    .short = Telefonni boshqa odam ocha oladimi? Har suhbatdan keyin chatni yashiring. Ba'zi izlar qoladi. Yoki ishongan odam telefonidan yozing. 1 odam
    .line = Suhbatdan keyin chatni yashiring. Ba'zi izlar qoladi.
