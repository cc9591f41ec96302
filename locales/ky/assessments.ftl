### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    Жоопторуңуз боюнча бере турган кеңеш чыккан жок.

    Бул сиз коопсуздуктасыз дегенди билдирбейт. Жашооңузду өзүңүз жакшы билесиз. Так билбей турсаңыз да, адам жардам бере алат.
    .short = Коопсуз деп айта албайбыз. Адам жардам бере алат. 1 адам
assess-reasons = Эмне үчүн минтип айтабыз:
    .short = Эмне үчүн минтип айтабыз:
