### status: draft

## Rights first. No judgement, and nobody is told to stop. The first words name nothing.

card-sex-work-rights =
    Har qanday ishda huquqlaringiz bor. Yo'q deyishingiz mumkin: istalgan mijozga, istalgan ishga, istalgan paytda. Bugunga to'xtashingiz ham, davom etishingiz ham mumkin. Siz hal qilasiz.

    Pulingiz, telefoningiz va hujjatlaringiz sizniki. Hech kim sizni majburlashi, urishi yoki topgan pulingizni olishi mumkin emas. Kimdir shunday qilsa, bu sizning aybingiz emas.

    Ishingizni davom ettirsangiz ham, ettirmasangiz ham, bu yerdagi yordam bir xil. Hech kim sizdan to'xtashni so'ramaydi. Kimdir sizni majburlasa yoki ozor bersa, yozing: yordam bering.
    .title = Har qanday ishda huquqlarim
    .short = Istalgan paytda yo'q deyishingiz mumkin. Pul va hujjat sizniki. Yordam hammaga bir xil. Majburlashsa yozing: yordam bering. 1 xavfsizlik 2 politsiya
    .line = Yo'q deyishingiz mumkin. Pul va hujjat sizniki.

card-sex-work-law =
    Qonun haqidagi bu gaplar eski manbalardan. Biz ularni tasdiqlamaganmiz, hali yurist tekshirmagan. Ularga ishonishdan oldin odamdan so'rang.

    Qirg'iziston (2014 va 2018-yil manbalari): seks xizmatini sotish jinoyat ham, jarima solinadigan huquqbuzarlik ham emas edi. Buni boshqa odamlar tashkil qilsa, jinoyat edi. 2021-yildan keyin qonun nima deyishini tasdiqlamaganmiz.

    Boshqa davlatlar (eski manbalar, tasdiqlanmagan): Rossiyada jarima (2019). O'zbekistonda jarima yoki 15 kungacha qamoq (2019). Tojikistonda jarima, ikkinchi marta 15 kungacha (taxminan 2015). Qozog'istonda huquqbuzarlik emas (taxminan 2005).
    .title = Qonun nima deydi
    .short = Qirg'iziston: 2014-yil manbasida bu ish jinoyat emas edi va jarima yo'q edi. Bugungi qonunni tasdiqlamaganmiz. 1 raqamlar 3 odam
    .line = Eski manbalar. Bugungi qonunni tasdiqlamaganmiz.

card-sex-work-safety =
    Qayerga borishingizni va qachon qaytishingizni ishongan odamingizga ayting. Bitta so'zni kelishib oling. U shuni bildiradi: menga qo'ng'iroq qil yoki kel. Iloji bo'lsa, avval manzil yoki mashina raqamini yuboring.

    Prezervativ bo'lmasa, yo'q deyishingiz mumkin. Kimdir sizni biror ishga majburlasa yoki prezervativni yechib olsa, bu zo'rlik. Bu sizning aybingiz emas.

    Shundan keyin imkon boricha tezroq shifokorga boring. Nimani aytishni o'zingiz tanlaysiz. Ayblamaydigan shifokorni bu yerdagi odamdan so'rang. Hozir xavfda bo'lsangiz, yozing: yordam bering.
    .title = Xavfsizroq bo'lish
    .short = Qayerga borib qachon qaytishingizni ishongan odamga ayting. Yordam so'zini kelishing. Rad etish mumkin. Xavfmi? Yozing: yordam bering. 1 raqamlar 6 odam
    .line = Qayerga borishingizni ayting. Yordam so'zini kelishing.

card-sex-work-police =
    Xotirjam bo'ling. Qochmang va urishmang. So'rashingiz mumkin: nega to'xtatdingiz, ismingiz nima? O'qiy olmagan qog'ozga imzo qo'ymang. Advokat va bitta qo'ng'iroq so'rang.

    Sizdan pul yoki seks talab qilishyaptimi? Bu sizning aybingiz emas. Siz yolg'iz emassiz: Qirg'izistonda 2017-yilda Shah-Aiym tarmog'iga kelgan 100 ta shikoyatdan 81 tasi pul talab qilgan politsiya haqida edi (AFEW, 2018).

    Keyin o'zingiz uchun yozing: joy, vaqt, mashina raqami, ism yoki ko'krak nishoni, nima deyishgani. Kimga aytishni o'zingiz hal qilasiz. Siz so'ramasangiz, bu yerdagi odam siz uchun politsiyaga bormaydi.
    .title = Meni to'xtatishsa
    .short = Xotirjam bo'ling, qochmang. Sabab va ismini so'rang. O'qiy olmaganga imzo qo'ymang. Advokat so'rang. Keyin vaqt va joyni yozing. 1 raqamlar
    .line = Xotirjam bo'ling. O'qiy olmaganga imzo qo'ymang.
