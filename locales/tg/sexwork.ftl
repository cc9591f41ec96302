### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Кори шумо кори худи шумост. Полис, хадамоти муҳоҷират ва оилаатон аз мо дар бораи шумо чизе намефаҳманд. Ном лозим нест. Барои кӯмак гирифтан корро партофтан лозим нест.

    Мо маломат намекунем ва чизе гумон намекунем. Дар ин ҷо дар бораи ҳуқуқ, бехатарӣ ва полис хондан, ба саволҳо барои худ ҷавоб додан ё ба одам навиштан мумкин.
    .short = Кори шумо кори худи шумост. Ба полис чизе намегӯем. 1 ҳуқуқ 2 бехатарӣ 3 полис 4 таҳлил 5 саволҳо 6 одам 7 пинҳон
