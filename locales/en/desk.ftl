### The Desk: what operators read. Messages of the page begin with `desk-`.
### `canned-*` are ready replies in the visitor's language, `guidance-*` advice by sign.

desk-name = Desk
desk-skip-to-main = Skip to the main part
desk-demo-notice = This is a demonstration: throw-away data, and nobody outside can reach it.
desk-nav-label = Desk
desk-sound = Sound
desk-keys = Keys
desk-audit = Audit
desk-account = My account
desk-sign-out = Sign out
desk-figures-waiting = Waiting:
desk-figures-emergencies = Emergencies:
desk-refresh = Refresh
desk-keep = Save
desk-close-window = Close
desk-back-to-queue = Back to the queue

## Keys

desk-keys-title = Keys
desk-key-next = take the next visitor (on the queue page)
desk-key-queue = to the queue
desk-key-reply = write a reply
desk-key-send = send
desk-key-canned = at the start of a reply: ready replies
desk-key-note = internal note
desk-key-guidance = guidance
desk-key-close = close the conversation
desk-key-keys = show or hide this list

## Signing in

desk-sign-in-title = Sign in
desk-sign-in-name = Name
desk-sign-in-password = Password
desk-sign-in-code = Code
desk-sign-in-code-hint = Six digits from your app, or one of your printed recovery codes.
desk-sign-in-button = Sign in
desk-sign-in-have-link = I have a one-time link
desk-sign-in-wrong = That did not match. Check all three and use a fresh code.
desk-sign-in-wait = Too many tries. Please wait { $seconds } seconds.
desk-link-title = Sign in once
desk-link-explain = The link works once, within ten minutes of being made.
desk-link-token = Code of the link
desk-link-password-instead = Sign in with name and password
desk-link-used = This link has been used or its time is over. Ask for a new one.
desk-language = Language
desk-language-en = English
desk-language-ru = Русский
desk-language-ky = Кыргызча

## The queue

desk-queue-title = Queue
desk-notice-nothing = Nobody is waiting now.
desk-notice-enough = You have opened many conversations this hour. Please take a pause, or ask a supervisor.
desk-notice-off = Go on duty first.
desk-notice-closed = The conversation is closed.
desk-notice-released = The visitor is back in the queue. You will not be asked again.
desk-notice-lost = This conversation was no longer yours.
desk-duty-title = Duty
desk-duty-on = You are on duty until
desk-duty-off = You are off duty
desk-duty-explain = On duty lasts two hours; then tap again. An open page alone does not count.
desk-duty-go = Go on duty
desk-duty-renew = Two more hours
desk-duty-leave = Off duty
desk-next-title = Next visitor
desk-next-explain = The most urgent comes first, then whoever has waited longest.
desk-next-needs-duty = Only while on duty.
desk-take-next = Take next
desk-offer-rings = For you:
desk-mine-title = My conversations
desk-mine-none = None yet.
desk-others-title = Held by others
desk-others-none = None.
desk-waiting-title = Waiting
desk-waiting-none = Nobody is waiting.
desk-column-place = Place
desk-column-visitor = Visitor
desk-column-signs = Urgency and signs
desk-column-language = Language
desk-column-channel = Channel
desk-column-waits = Waiting for
desk-minutes = { $count } min
desk-channel-web = web chat
desk-channel-telegram = Telegram
desk-channel-sms = SMS
desk-urgency-emergency = Emergency
desk-urgency-high = High
desk-urgency-normal = Normal
desk-urgency-low = Low
desk-badge-minor = Under 18
desk-badge-quiet = Hidden
desk-sign-confinement = Held or locked in
desk-sign-violence = Violence
desk-sign-sexual-violence = Sexual violence
desk-sign-threat = Threats
desk-sign-forced = Forced work
desk-sign-cry = Cry for help
desk-sign-suicide = Suicide
desk-sign-medical = Medical
desk-sign-minor = Under 18
desk-sign-other-person = About somebody else

## One conversation

desk-talk-title = Conversation
desk-log-label = Messages
desk-aside-label = About this conversation
desk-from-visitor = Visitor
desk-from-bot = Program
desk-from-operator = Operator
desk-from-notice = Notice
desk-from-note = Note, only for the Desk
desk-delivery-held = Waits until the visitor writes
desk-delivery-queued = Waiting to be sent
desk-delivery-sending = Being sent
desk-delivery-sent = ✓ Sent
desk-delivery-delivered = ✓✓ Seen by the visitor's page
desk-delivery-unknown = Not known whether it arrived
desk-delivery-failed = Not delivered
desk-delivery-expired = Not sent: too late
desk-delivery-superseded = Replaced by something more urgent
desk-connection-lost = Connection lost. Trying again; nothing is lost.
desk-talk-over = This conversation is no longer with you.
desk-new-below = New messages below
desk-reply-label = Reply
desk-composer-hint = Ctrl+Enter sends. "/" opens ready replies.
desk-send = Send
desk-not-sent = Not sent. Your words are still here: please try again.
desk-ready-replies = Ready replies
desk-note-add = Internal note
desk-note-label = Note for the Desk; the visitor never sees it
desk-note-keep = Keep note
desk-state-reading-only = You are reading as supervisor. This reading is in the audit.
desk-state-quiet = Do not write.
desk-state-quiet-why = The visitor hid: someone else may hold the phone. You can write again when they come back.
desk-state-pull = The visitor wants answers only after writing first. What you send waits until then.
desk-state-earlier-hidden = Earlier messages are not shown: the visitor has not allowed it.
desk-facts-title = What is known
desk-facts-wish = Wishes to talk to
desk-facts-opened = Asked for a person at
desk-wish-anyone = anyone
desk-wish-woman = a woman
desk-wish-man = a man
desk-wish-not-from-my-town = someone not from their town
desk-wish-complaint = a complaint, for the person outside
desk-advice-title = Guidance
desk-close-title = Close the conversation
desk-close-outcome = How did it end?
desk-close-danger = Does danger remain?
desk-close-explain = Only choices are kept, no names and no words.
desk-close-button = Close
desk-danger-yes = Yes
desk-danger-no = No
desk-danger-unknown = Not known
desk-outcome-informed = Got information
desk-outcome-referred = Passed on to a service
desk-outcome-rescued = An emergency service was called
desk-outcome-left = Stopped answering
desk-outcome-other-service = Not for us: named another service
desk-outcome-false-alarm = False alarm
desk-outcome-abuse = Abuse of the line
desk-release-title = I may know this person
desk-release-explain = Pass the visitor on to a colleague. You need give no reason, and you will not be asked again.
desk-release-button = Pass on
desk-missing-title = Not here
desk-missing-explain = There is nothing here, or it is not with you.

## Account and audit

desk-account-changed = The password is changed. Your other sessions have ended.
desk-account-wrong = The old password did not match.
desk-account-short = The new password is too short.
desk-account-ended = Ended.
desk-password-title = Password
desk-password-old = Old password
desk-password-new = New password
desk-password-hint = At least { $shortest } characters; several words are best.
desk-sessions-title = Where you are signed in
desk-sessions-explain = If you do not know one of them, end it and tell your supervisor.
desk-session-this = this browser
desk-session-end = End
desk-sessions-end = End all others
desk-audit-whole = The record is whole: no row was changed or removed.
desk-audit-bad = The record was changed: row { $row } is the first that does not fit.
desk-audit-when = When (UTC)
desk-audit-who = Who
desk-audit-act = What
desk-audit-subject = About
desk-act-signed-in = signed in
desk-act-signed-out = signed out
desk-act-refused = sign-in refused
desk-act-revoked = ended sessions
desk-act-changed = changed the password
desk-act-on-duty = went on duty
desk-act-off-duty = went off duty
desk-act-took = took a conversation
desk-act-read = read a conversation
desk-act-said = replied
desk-act-noted = wrote a note
desk-act-released = passed a visitor on
desk-act-closed = closed a conversation
desk-act-read-audit = read the audit
desk-act-added = account made
desk-act-reset = account renewed
desk-act-disabled = account ended

## Guidance by sign

guidance-always = Ask first whether it is safe to write now. Short sentences, one question at a time. Promise only what you can keep. The visitor decides.
guidance-confinement = Do not ask to be called. Ask whether anyone can read the screen, and what they themselves think is safe. Do not advise running away; agree on what to do if the contact breaks off.
guidance-violence = Is the other person near right now? Say which numbers are police and which are not. If hurt: ambulance first, without pressing for details.
guidance-sexual-violence = Believe, do not ask for details. Medical help within 72 hours can prevent infections and pregnancy; it is the visitor's choice. Offer a woman to talk to.
guidance-threat = Take the threat seriously, also against family. Ask what has been threatened and by when, not who they are. Do not advise confronting anyone.
guidance-forced = Ask about pay, documents and whether leaving is possible. Never urge to leave before there is somewhere safe to go.
guidance-cry = Answer at once, even with one line: "I am a person, I am here". Then ask only: are you safe right now?
guidance-suicide = Stay in the conversation. Ask calmly and directly whether it is about today. Never ask about means. Do not argue. Name a line that is not police, and call your supervisor.
guidance-medical = Ask whether it is urgent. Ambulance first. Give no treatment advice.
guidance-minor = Speak simply and warmly. Never tell a child to ask a parent, never ask for pictures. Call the colleague trained for children and follow the law's duty, and say so beforehand.
guidance-other-person = Confirm nothing and deny nothing about anyone. Take no name, number or photo. The asker may be the danger. Tell how the person can reach us.

## Ready replies

canned-hello-title = Hello
canned-hello = Hello. I am a person and I am reading now. You need not tell your name.
canned-safe-title = Safe now?
canned-safe = Is it safe for you to write right now? Could anyone else read this?
canned-listen-title = I am listening
canned-listen = Thank you for telling me. Take your time, I am here.
canned-wait-title = Please wait
canned-wait = I need a few minutes to find this out. I will write here.
canned-broken-title = If we lose contact
canned-broken = If our contact breaks off, write any word here when it is safe.
canned-choice-title = You decide
canned-choice = You decide what happens. We tell nobody anything unless you ask us to.
canned-number-title = Numbers
canned-number = Shall I send you a number? I will say which ones are police and which are not.
canned-alone-title = Not alone
canned-alone = It is not your fault. You are not alone with this.
canned-later-title = Write later
canned-later = You can write again at any time, also at night. Somebody will read it.
canned-bye-title = Goodbye
canned-bye = I am closing our talk now. Write again whenever you want. Take care of yourself.
