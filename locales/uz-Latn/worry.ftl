### About somebody else. The one who asks may be the danger: nothing is confirmed, denied or passed on.
### status: draft (machine-drafted until a native reader signs)

worry =
    Befarq emasligingiz yaxshi. Bu yerga kimdir yozgan-yozmaganini ayta olmayman va hech kimni qidira olmayman. Iltimos, bu odamning ismini, raqamini yoki suratini menga yubormang.

    Iltimos, bu haqda hech kim bilan janjallashmang. Bu odamning telefonini titkilamang. U yerga yolg'iz bormang. Bundan unga ham, sizga ham xavf kuchayishi mumkin.

    Siz so'rayotganingizni bu odam biladimi?
    .short = Ism va surat yubormang. Yolg'iz bormang. 1 hozir xavf 2 qanday yordam berish 3 yo'qolgan 4 u biladi 5 u bilmaydi 6 odamga yozish

worry-knows =
    Bu yaxshi. Bu odam yonida hech kim yo'q paytda bu yerga o'zi, o'z so'zlari bilan yozishi mumkin. Bu bepul, ism kerak emas.

    Undan nima xohlashini so'rang. Faqat u rozi bo'lgan ishni qiling. O'ziga nima xavfsizligini u yaxshiroq biladi.
    .short = Yaxshi. U yolg'iz paytda o'zi yozsin, ism kerak emas. Faqat u rozi bo'lgan ishni qiling. 1 qanday yordam berish 2 odamga yozish 3 menyu

worry-unaware =
    Unda, iltimos, shoshilmang. U bilan yolg'iz ko'rishsangiz, bepul yozish mumkin bo'lgan joy borligini ayting. Buni boshqa birov o'qishi mumkin bo'lgan xabarda yubormang.

    Uning o'rniga qaror qilmang. O'ziga nima xavfsizligini u yaxshiroq biladi. Bu yerdagi odam siz bilan birga o'ylab ko'rishi mumkin.
    .short = Shoshilmang. Unga faqat yuzma-yuz, yolg'iz paytda ayting: bu yerga yozish mumkin. Xabar yubormang. 1 qanday yordam berish 2 odamga yozish 3 menyu
