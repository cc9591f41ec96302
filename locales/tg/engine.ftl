### Small words that the core itself uses on many screens.
### status: draft

assess-start = Оғоз
answer-hint = Рақамро пахш кунед: 1 ҳа, 2 не, 3 гузаштан.
    .short = Рақамро пахш кунед.
question-place = Саволи { $index } аз { $count }.
question-ways = 0 қафо. Навиштан мумкин: ОДАМ, БАРО
why-label = Чаро?
hide-label = Ин чатро пинҳон кардан
record-label = Ҷавобҳоямро бе маълумоти ман ҳисоб кунед
record-thanks = Раҳмат. Танҳо ҷавобҳо ҳисоб шуданд. Дар бораи шумо ҳеҷ чиз сабт нашуд.
    .short = Раҳмат. Танҳо ҷавобҳо ҳисоб шуданд.
