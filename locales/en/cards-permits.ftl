### status: draft

## The right to work, country by country. Each claim carries its date; no fee is named.

to-permits = Work permit by country
permits =
    In which country do you want to work? Choose one. For Russia write: patent.

    These pages are of November 2026 and come from older sources. No lawyer has checked them yet.
    .short = Work in which country? 1 Kazakhstan 2 Turkey 3 Emirates 4 South Korea 5 Poland 6 United Kingdom 7 Germany. Russia: write patent. 0 back

card-work-permit-kz =
    Ask for a work contract on paper before you travel. Keep a copy. This page is of November 2026, from older sources. No lawyer has checked it yet.

    Citizens of Kyrgyzstan, Russia, Belarus and Armenia need a contract, but no work permit (egov.kz, 2020; treaty of the Eurasian Economic Union, Article 97). Without other papers: at most 90 days in half a year (rule of January 2023). Since 1 September 2025 who stays longer may be refused the next entry (news of December 2025). Register within 30 days. From 1 July 2026 this should go over the internet. The owner of the home confirms it in an app (news of November 2025). A new address? Register again within five working days.

    Citizens of Uzbekistan and Tajikistan: there is a permit for work in the home of a private person, for up to 12 months (rules of 2025). For a firm there are other rules. Ask before you go. Are you late, or without a contract? First ask a person here or your consulate.
    .title = Work in Kazakhstan
    .short = Kyrgyzstan: a contract, no permit (2020). Register within 30 days (2025). Uzbekistan, Tajikistan: a permit. 1 numbers 2 contract 3 agency 4 person
    .line = Kyrgyzstan: a contract, no permit (source of 2020).

card-work-permit-tr =
    Do they say: come as a tourist, the papers come later? Wait. First ask for the work permit. This page is of November 2026, from older sources. No lawyer has checked it yet.

    Citizens of Kyrgyzstan may stay up to 90 days in half a year without a visa. This gives no right to work (consulate in Istanbul, no date). For work there must be a work permit (law of 2016). The employer asks for it. By an agreement with Kyrgyzstan, the employer also pays for it (2019). From another country? Ask the embassy of Turkey.

    Without a permit there can be a fine, deportation and a ban on coming back (consulate, no date). Since July 2025 the employer has to pay the costs of a deportation. Do you work without a permit already? You can still ask for help with pay and safety. If you are held, sign nothing before a lawyer and an interpreter are there.
    .title = Work in Turkey
    .short = A visa-free stay gives no right to work in Turkey. The employer asks for the permit and pays it (2019). 1 numbers 2 contract 3 agency 4 person
    .line = The employer asks for the permit and pays it (2019).

card-work-permit-ae =
    Do not travel for work on a visit visa. First get the job offer that the Ministry of Human Resources (MOHRE) has registered. This page is of November 2026, from older sources. No lawyer has checked it yet.

    You sign the offer, then the employer asks for the work permit. You can check the offer on the site of the ministry (u.ae, no date). The employer pays the visa, the trip, the medical test and the residence papers. The employer may not take this money from you (law of 2021). Is the contract different from the offer? That is not allowed, and you can complain to the ministry (2023).

    Your boss may not keep your passport (law of 2021, news of 2026). Work without the right visa can bring a fine, detention or deportation, for the employer too (u.ae). Do you work like that already? It is safer to ask a person here first, before you go to an office.
    .title = Work in the Emirates
    .short = No work on a visit visa. The employer pays visa and trip. The boss may not keep your passport (law of 2021). 1 numbers 2 contract 3 passport 4 person
    .line = The employer pays visa and trip (law of 2021).

card-work-permit-kr =
    Work in factories and on farms goes through a state programme (EPS, visa E-9). Nobody can sell you a place in it. This page is of November 2026, from older sources. No lawyer has checked it yet.

    Kyrgyzstan: the state centre for employment abroad sends people. You need a test of Korean (news of February 2026). Tajikistan: the Agency for Overseas Employment in Dushanbe (2025). Uzbekistan took part too (2022). After the test you are on a list. An employer chooses you, then come the contract and the visa. Only officials may arrange this (2012).

    The visa E-9 belongs to one workplace. You may change it for some reasons, for example if the boss breaks the contract (source without date). When the contract ends, you have one month to apply, and then three months to get new work. After that you have to leave (2012 and 2026). So ask first, if you can wait: the line for foreign workers under "Phone numbers", or a person here. If someone hurts you, do not wait. Write: help me.
    .title = Work in South Korea
    .short = E-9 goes only through the state programme and a test (2026). Nobody can sell a place. Ask before you change work. 1 numbers 2 contract 3 agency 4 person
    .line = Only the state programme and a test (February 2026).

card-work-permit-pl =
    First see the work permit, then pay for a ticket. It names the employer, the work, the hours and the lowest pay. This page is of November 2026, from older sources. No lawyer has checked it yet.

    The employer asks for the permit, only over the internet (since 1 June 2025). With it you ask the Polish consulate for a visa. Since 1 December 2025 the short way by a "declaration" is only for Armenia, Belarus, Moldova and Ukraine. Does someone offer it to you all the same? That is a warning sign. A tourist visa gives no right to work (2015).

    The contract must be in writing. You get it in a language you understand before you sign (office in Poznan, no date). Is the work different from the permit? Ask first before you go on, also if you are afraid for your visa. Help for people who were forced is free, also without the police (no date).
    .title = Work in Poland
    .short = The employer asks for the permit (2025). See it before you pay. A contract in your language. No work on a tourist visa. 1 numbers 2 contract 3 agency 4 person
    .line = The employer asks for the permit (since June 2025).

card-work-permit-gb =
    Do not pay anyone for a place on a farm. Seasonal work goes only through approved operators. This page is of November 2026, from older sources. No lawyer has checked it yet.

    The Seasonal Worker visa is for up to six months (2025). In 2025 the operators for farms were: Pro-Force, AGRI-HR, Concordia, Fruitful, HOPS. The list changes: look on GOV.UK. They may not take a fee for the job. You pay for the visa yourself: see the price on GOV.UK only. In Kyrgyzstan ask the state centre for employment abroad (January 2026). There were thousands of false offers (IOM, December 2025).

    You have rights: a contract in your language and in English, a payslip, pay for at least 32 hours a week (2025). You can ask your operator for another farm. Other work needs another visa. Is it bad there? You can ask for help. If someone hurts you or keeps your passport, write to a person here.
    .title = Work in the United Kingdom
    .short = Farm work: only approved operators, see GOV.UK. No fee for the job. At least 32 paid hours a week (2025). 1 numbers 2 contract 3 agency 4 person
    .line = Only approved operators, no fee for the job (2025).

card-work-permit-de =
    Get the right visa before you travel. With a Schengen visa you may not work (embassy in Bishkek, no date). This page is of November 2026, from older sources. No lawyer has checked it yet.

    For work you ask the German embassy for a national visa. To book a day at the embassy costs nothing (no date). Short work needs no diploma: up to eight months in a year, only in some trades (December 2024). First the employer must have the approval of the Federal Employment Agency. Ask to see it. For other work, ask the embassy which diploma and which language test you need.

    The employer has to give you the terms of work in writing (no date). "Faire Integration" gives free advice on work, also in Russian. Since January 2026 this advice is in the law. Look for it on the internet, or ask a person here. You may ask there also if your papers are not in order: first ask what happens with your words.
    .title = Work in Germany
    .short = No work on a Schengen visa. First see the approval of the employment agency. "Faire Integration" advises free (2026). 1 numbers 2 contract 3 agency 4 person
    .line = Get a work visa before the trip (November 2026).
