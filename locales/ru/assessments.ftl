### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    По вашим ответам мы не нашли, что посоветовать.

    Это не значит, что вы в безопасности. Вы лучше всех знаете свою жизнь. Человек может помочь, даже если вы не уверены.
    .short = По ответам нельзя сказать, что всё безопасно. 1 человек
assess-reasons = Почему мы так говорим:
    .short = Почему мы так говорим:
