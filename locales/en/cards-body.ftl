### status: draft

## Cards about the body: health, force, marriage and children carried for others.
## The first words name nothing: whoever glances at the phone must not read what it is about.

card-hiv-and-sti =
    A doctor can help, and you choose what to tell. Sex without a condom, or the condom broke? See a doctor today if you can. There is medicine that protects from HIV. It works best within 24 hours and must be started within 72 hours, which is three days. You take it for 28 days (WHO, 2024).

    Most infections that are passed on by sex give no signs. A test finds them. Many can be cured, the others can be treated (WHO). Condoms protect. With good treatment HIV is practically not passed on by sex (UNAIDS, 2018).

    WHO and UNAIDS say (2017): a test is your own choice, and nobody is told the result without your yes. Not every country keeps to this. You may ask first: must I say my name? Who sees the result? In some countries the result may touch your papers, so first ask a person here. Kyrgyzstan: HIV centres give tests and protective medicine free and in confidence (news of February 2026).
    .title = Tests and protection
    .short = You choose what to tell a doctor. Medicine to protect you: best in 24 hours, at most 72. Ask who sees a test. 1 numbers 2 against my will 3 pregnancy
    .line = Medicine that protects: best today, at most 72 hours.

card-hiv-test-ru =
    Ask a person here before you take a test for your papers. No lawyer has checked this page yet. Foreigners in Russia must pass a medical check. Who came to work: within 30 days after entry. Who stays longer than 90 days for another reason: within 90 days (rules since December 2021, news of January 2026). It looks for HIV, tuberculosis, leprosy, syphilis and drugs (news of February 2026).

    If the check finds such an illness, Russia can refuse the papers and send the person home (news of February 2026). By reports, this is not allowed with HIV if a husband, wife, child or parent is a citizen of Russia. By reports it happens all the same. In June 2026 the upper house voted for higher fines for people who refuse the check. Whether this is in force is not confirmed.

    By a report without a date, AIDS centres in Russia also test without a name. Ask there first what they write down. Do not buy a false paper, it can make things worse. An illness is not your fault. In Kyrgyzstan HIV centres help free and in confidence (news of February 2026).
    .title = Tests and papers in Russia
    .short = Before a test for papers ask a person. A result can cost the right to stay (news of 2026, not checked by a lawyer). 1 numbers 3 ban 4 lawyer 5 person
    .line = Ask a person before a test for papers (2026).

card-pregnancy =
    You decide whom you tell and when. A doctor or a midwife can see you; a person here can look for one who does not judge. Go to a doctor at once with one of these: bleeding, strong pain in the belly, a headache that does not go, bad sight, fits, high fever. Also if the face suddenly swells or the baby moves less. Is a life in danger? Call the rescue number.

    Was the sex in the last five days, and you do not want a child? Ask a doctor or a pharmacy for pills for this case. They work within five days, and the sooner the better (WHO, 2021). Later, ask a doctor soon what is possible, because each country has its own time limit. Nobody may force you to go on or to stop. You decide.

    The International Labour Organization says: nobody should be dismissed because of a pregnancy (convention of 2000). We have not confirmed what the law of each country says. Do not sign that you leave by your own wish if it is not so. A test for HIV helps the child too: treatment can protect it (WHO and UNAIDS, 2017).
    .title = Pregnancy
    .short = You decide whom you tell. Bleeding, strong pain, bad headache: a doctor at once. Pills after sex: within 5 days. 1 numbers 2 doctor 3 child 5 person
    .line = You decide whom you tell. A doctor can help.

card-sexual-violence =
    It is not your fault, whatever happened before. You decide each step. Are you safe right now? Go where nobody can hurt you, to someone you trust. In danger? Write: help me.

    See a doctor as soon as you can, today if possible. You do not have to tell everything, and you may bring someone. Medicine against HIV works best within 24 hours and must be started within 72 hours, which is three days (WHO, 2024). Pills against pregnancy work within five days, the sooner the better (WHO, 2021). Ask also for tests and treatment of other infections. You may ask first: do you have to tell the police?

    You decide about the police, and not today. If you may want it later, do not wash the clothes. Put them in a paper bag, not in a plastic one. If you have washed, a doctor still helps. It happens to women and men, from a husband, a boss, a client or someone in uniform. A person here listens, asks for no details and never goes to the police against the wish of an adult.
    .title = It was against my will
    .short = It is not your fault. Are you safe? If not, write: help me. A doctor today: medicine within 72 hours. You decide on the rest. 1 numbers 2 tests 6 person
    .line = It is not your fault. A doctor can help today.

card-marriage-abroad =
    Many such marriages are good. Take your time and ask before you travel. What is in his papers? Where will we live, and who with? Is there another wife? Do I owe the go-between money if I say no? You may say no until the last day. Keep your passport, your phone and money for the way home. Leave the address and a secret word with someone you trust.

    Ask also: will the state register our marriage? Does my right to stay depend on him? The UN human rights office warned in 2015: in Kyrgyzstan, women without registration lost their share of house and money. In South Korea many beaten wives feared to lose their visa (reports of 2019). We have not confirmed the rules of each country. Ask a lawyer or a person here first.

    Are you there already? Nobody may keep your passport, lock you in, hit you or force you to work or to have sex. A husband may not do this either. It is not your fault. Your consulate can help with papers for the way home without him. South Korea has a line for foreign women in many languages: see "Phone numbers". In danger? Write: help me.
    .title = Marriage abroad
    .short = Take your time. Keep your passport and money for the way home. Does your right to stay depend on him? 1 numbers 2 home 3 consulate 5 lawyer 6 person
    .line = Keep your passport. Ask before you travel.

card-surrogacy-and-egg-donation =
    Do not sign on the first day. It is your body. You may say no, also after you agreed. Ask: which clinic, which parents, who pays, how much and on which day? What if I fall ill or the parents change their mind? Who pays the doctor afterwards? Show the contract to a lawyer who does not work for them. Keep your passport and a ticket home.

    What was reported: agencies look for women in Central Asia to go to Georgia (BBC, 2024). A clinic in Tbilisi left dozens of women without pay and without a place to live (2025). Three women from Thailand said: in Georgia their passports were taken, and eggs were taken from women instead of what was promised (February 2025). Laws are different and change. We have not confirmed them.

    Giving eggs means strong hormones. Sometimes they make a woman very ill. Swollen belly, strong pain, vomiting, hard to breathe? A doctor at once (medical study, 2023). Do they keep your papers, threaten you or not let you stop? It is not your fault. In danger? Write: help me.
    .title = Carrying a child for others
    .short = Do not sign on the first day. You may say no. Keep passport and ticket. Ill after hormones? A doctor at once. 1 numbers 3 contract 4 lawyer 6 person
    .line = Do not sign on the first day. Keep your passport.
