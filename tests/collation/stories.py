"""Fictional stories with places where a copier may change them, for the tests and the benchmark of collation.

A story is a list of sentences. `{class: a | b}` is a place with the original words and the edited ones; either side may
be empty. `A //, and / B` inside a sentence is a joint: kept, it reads "A, and B"; split, "A. B" with B's first letter
in capitals. DEV was used to develop. CONFIRM was not, up to its first run; after that run, which missed half of its loaded
words and a fifth of its hedges, the lists of blame and praise and one rule of hearsay were widened, so its figures for
these two classes are no longer unseen. The held bank of `retold.planted` is by another hand: read it beside this.
All people, towns and outlets are invented.
"""

# ruff: noqa: E501 - one sentence a line

from __future__ import annotations

DEV = (
    """
Ferry owners in Port Saler must fit new {spelling: fire-proof | fireproof} doors by {date: June | September}, the transport ministry said on {date: Monday | Tuesday}.
The order follows {attribution: a report | reports} that two ships left the {spelling: harbour | harbor} with broken alarms.
{name: Transport Minister Ilse Varga | Ilse Varga} told parliament that {number: 14 | 17} vessels had failed an inspection //, and / seven of them have since been repaired.
“We will not wait for {quotation: another | a second} accident,” {name: Varga | she} said.
{attribution: According to two officials at the ministry, the | The} list of ships will be published next week.
The shipping company Norwell Lines {loaded: criticised | blasted} the order as {hedging: | possibly} unlawful.
Its {name: chairman | director}, {spelling: Mikhail | Mihail} Tarrant, said the doors would cost {number: $3 million | $5 million}.
{hedging: The company will | The company may} appeal to the court in Brent Ferry.
Passengers at the quay {loaded: gathered | massed} in front of the ticket office on Sunday morning.
A {loaded: crowd | mob} of about {number: 300 | 400} people blocked the gates for {number: an hour | two hours}.
Police {loaded: detained | seized} nine of them and {date: | later} released all but one.
The {loaded: protesters | rioters} carried banners with the names of the two ships.
“Nobody {quotation: asked | told} us,” said Anna Rusk, who runs the kiosk at the pier.
The quay was built in {date: 1962 | 1964} and has been {spelling: modernised | modernized} twice.
Fishing boats are not {other: covered | affected} by the order.
""",
    """
The council of Aldmere voted {number: 9 | 11} to 4 on Thursday to close the public baths in {date: March | April}.
Mayor {name: Ruth Ostrander | Ruth Ostrand-Bell} said the building had lost {number: 210,000 | 270,000} crowns {date: last year | in two years}.
“The roof {quotation: may | will} come down,” she {loaded: said | claimed}.
An engineer hired by the council found {number: three | five} cracks above the deep pool //, and / the boiler house is older than the town hall.
Opposition councillor {name: Peter Lindqvist | Peter Lindholm} called the vote {loaded: unwise | disgraceful}.
He {other: said | stated} that {attribution: a study | studies} by the university had advised repair.
{attribution: A spokeswoman for the university confirmed this. | The university confirmed this.}
Swimmers {hedging: are | are reportedly} collecting signatures in front of the market hall.
They want the {loaded: government | regime} in the capital to pay for a new roof.
More than {number: 2,000 | 3,000} people had signed by Friday {date: evening | morning}.
{attribution: The Aldmere Gazette reported that a | A} buyer from abroad has offered to turn the baths into flats.
The {loaded: deal | sell-out} was {hedging: | allegedly} prepared in {loaded: private | secret} talks.
The {spelling: centre | center} of the town has had no other pool since {date: 1988 | 1989}.
School classes will swim in {name: Holm | Holmby} instead.
The baths opened with a concert by the fire brigade.
""",
    """
Two guards were {loaded: killed | murdered} when {loaded: fighters | terrorists} attacked a customs post near Tarvin on {date: Saturday night | Friday night}.
The interior ministry said {number: six | eight} lorries were burnt //, and / the road to the pass is still closed.
“This was {quotation: a planned | an organised} attack,” ministry spokesman {name: Emil Santar | Emil Sander} said.
{attribution: The border police said the | The} attackers came from the valley below the post.
{attribution: Residents | Officials} in Tarvin said they heard shots for {number: 40 | 20} minutes.
{hedging: The group | Apparently the group} had crossed the river {date: earlier | a day earlier}.
The {loaded: intervention | occupation} of the valley by the army began in {date: 2021 | 2020}.
{name: General Marta Quill | Marta Quill}, who commands the brigade, denied {attribution: a report | reports} of more dead.
“We {quotation: hold | control} the pass and the post,” she told the Tarvin Courier.
The {spelling: defence | defense} ministry in the capital {loaded: asked | demanded} that lorry drivers wait.
About {number: 70 | 90} of them slept in their {other: lorries | trucks} on Sunday.
A driver from {spelling: Zelva | Zhelva} said the soldiers had shared their bread.
The pass lies at 2,100 {spelling: metres | meters} and is closed in winter.
Customs at the southern post are working {other: normally | as usual}.
""",
    """
A landslide cut the railway between Ostrova and Kelling on {date: Wednesday | Thursday}, the rail operator said.
{number: Four | Seven} carriages left the track //, and / nobody was badly hurt.
“We were {quotation: lucky | fortunate}, very lucky,” driver {name: Joana Prell | Joana Brell} said.
The operator's {name: head of safety, Nils Okafor, | Nils Okafor} said rain had loosened the slope {date: overnight | during the week}.
{attribution: Engineers told the Kelling Herald that warnings | Warnings} about the slope had been sent in {date: May | July}.
The operator {loaded: said | admitted} it had {hedging: | possibly} mislaid {attribution: a letter | letters} from the engineers.
Passengers were {other: helped | guided} from the train by {number: 30 | 50} volunteers.
The {spelling: programme | program} of repairs will take {number: ten | twelve} days.
{hedging: Buses will | Buses could} run between the two towns from Friday.
The mayor of Kelling called the accident a {loaded: mishap | disaster}.
Members of the drivers' union {loaded: marched | rampaged} through the town in the {date: afternoon | evening}.
{attribution: A union official | A union organiser} said the line had been {loaded: neglected | sabotaged} for years.
The transport {spelling: organisation | organization} denies this.
“Every slope was {quotation: checked | inspected} in spring,” its statement said.
The line was opened in {date: 1911 | 1912} and carries {number: 12,000 | 15,000} people a day.
Freight trains take the valley route.
""",
    """
The bank of Lorne said on {date: Tuesday | Monday} that it would close {number: 22 | 32} of its branches.
Chief executive {spelling: Hanna | Hannah} Weiss told staff in a letter that customers now use their {spelling: smart-phones | smartphones}.
“Nobody will be {quotation: dismissed | fired} this year,” the letter said.
The union {loaded: questioned | condemned} the plan //, and / its members will vote on a strike.
{attribution: Two people familiar with the plan said the | The} bank {hedging: had | probably had} promised the minister to wait.
The {loaded: rescue | bailout} of the bank cost the state {number: $4 billion | $6 billion} in {date: 2016 | 2017}.
Shares {loaded: fell | crashed} by {number: 2 percent | 4 percent} in the {date: morning | afternoon}.
{name: Finance Minister Teodor Lask | Mr. Lask} said the {spelling: grey | gray} years of the state were over.
{attribution: The Lorne Mercury reported that a | A} buyer had been found for the head office.
Analysts {loaded: described | hailed} the plan as bold.
It is {hedging: likely | certain} that other banks will follow.
Small towns in the {name: Arne | Arno} valley have no other bank.
{attribution: Shopkeepers | Mayors} there say they will have to drive for {number: 40 | 60} minutes.
The bank was founded by three weavers.
The {loaded: scheme | plan} needs the {other: consent | approval} of the regulator.
""",
    """
Rebels {loaded: took | seized} the radio station in Sandor {date: at dawn | at noon}, the army said.
{number: Eleven | Thirteen} soldiers were {loaded: wounded | butchered} and the mast was cut //, and / the road to the airport is open.
President {name: Amara Deng-Holt | Amara Denholt} spoke of {loaded: an uprising | a coup}.
“The {quotation: capital | city} is calm,” {name: he | the president} said on state television.
{attribution: Diplomats said the | The} garrison had {hedging: | reportedly} not been paid since {date: August | October}.
The {loaded: leader | warlord} of the rebels is a former colonel.
{attribution: A witness | Witnesses} saw {number: three | six} lorries near the bridge.
The {spelling: neighbouring | neighboring} state closed its border {date: on Sunday | on Saturday}.
Its foreign minister {other: said | announced} that {number: 5,000 | 8,000} refugees had arrived.
The rebels {hedging: want | seem to want} talks in the town of {spelling: Kharim | Harim}.
“We will {quotation: speak | talk} with anyone,” their statement said.
Aid groups {loaded: asked for | demanded} a pause.
The {spelling: colour | color} of the rebels' flag is green.
The airport {other: was shut | was closed} for a short time.
The station had broadcast music all night.
""",
)
CONFIRM = (
    """
A fire destroyed the market hall of Tessen {date: on Saturday night | on Sunday night}, the fire brigade said.
{number: Nine | Twelve} traders lost their stalls //, and / the clock tower is in danger.
“We {quotation: came | arrived} too late,” fire chief {name: Olaf Reiner | Olaf Reinholt} said.
{attribution: Neighbours said they | They} had seen {number: two | four} men near the hall in the {date: evening | afternoon}.
{hedging: The fire | Perhaps the fire} began in a kitchen on the ground floor.
The owner of the kitchen, {name: restaurateur Lena Gold | Lena Gold}, denied {attribution: an account | accounts} of an open stove.
{attribution: The | A union leader said the} hall had no {spelling: licence | license} for gas.
Traders {loaded: asked | begged} the mayor for tents.
The mayor {loaded: refused | spurned} the request.
The traders' {loaded: association | clique} wants {number: $2 million | $3 million} from the town.
Insurance {hedging: covers | is said to cover} the roof only.
Some shops were {loaded: robbed | plundered} during the night.
A {loaded: youth | hooligan} was {loaded: held | nabbed} by the police.
The town will {spelling: honour | honor} old contracts until {date: 2031 | 2033}.
{attribution: Historians say the | The} hall was built for a fair.
The clock was made by a {other: smith | locksmith} from Zell.
""",
    """
Voters in Marrow Island chose a new governor on {date: Sunday | Monday}.
{name: Ines Caballo | Ines Carvalho} won {number: 53 | 58} percent of the vote //, and / turnout was high.
“The island has {quotation: spoken | decided},” the {loaded: winner | victor} told {other: supporters | followers} at the harbour.
The {loaded: outgoing | disgraced} governor, {name: Mr. Dunmore | Piers Dunmore}, {hedging: conceded | has apparently conceded}.
He had {loaded: criticised | smeared} his rival during the campaign.
{attribution: Observers from the mainland said the | The} count was {loaded: orderly | shambolic}.
{attribution: One observer | Two observers} said {number: 40 | 70} ballots were lost.
The {loaded: opposition | rabble} will {hedging: certainly | probably} go to court.
{attribution: A newspaper | Newspapers} had {other: predicted | expected} a tie.
The new governor takes office {date: next month | next week}.
Her party wants to {spelling: legalise | legalize} fishing in the lagoon.
“We will {quotation: protect | defend} the lagoon,” its programme says.
The {spelling: cheque-book | chequebook} of the island is empty.
About {number: 9,000 | 11,000} people live there.
Ferries run twice a week.
""",
    """
The drug maker Alcyon has stopped a trial of its pill after {number: three | five} patients fell ill, it said {date: on Tuesday | on Friday}.
{attribution: Two doctors at the clinic in Perrin told the Perrin Post that the | The} patients were {hedging: | possibly} given the wrong dose.
Alcyon's {name: head of research, Dr. Mina Sole, | Mina Sole} called the {loaded: incident | scandal} regrettable.
“No patient is {quotation: in danger | at risk},” she said.
The {spelling: paediatric | pediatric} ward was not involved //, and / the other trials go on.
{attribution: Regulators | Lawmakers} said they would {hedging: look | perhaps look} into the case.
Alcyon {loaded: paid | bribed} {number: 16 | 26} clinics to take part.
Its shares {loaded: slipped | nosedived} in {date: early | late} trading.
A patients' group {loaded: called for | clamoured for} an inquiry.
Its {loaded: spokesman | mouthpiece}, {name: Aron Feld | Aron Feldmann}, said he had seen {attribution: a letter | letters} from the clinic.
The pill is a {loaded: treatment | miracle cure} for gout.
It was {spelling: authorised | authorized} abroad in {date: 2019 | 2018}.
The {loaded: firm | giant} was founded in {name: Perrin | Perrinville}.
It employs {number: 4,100 | 4,700} people.
The clinic has a new {other: director | manager}.
Patients were told by post.
""",
)
