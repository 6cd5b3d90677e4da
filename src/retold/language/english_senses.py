"""Words of English news that state one thing (killed, dead), and those that state its opposite (rise, fall).

Each line of `SENSES` names a sense by its first word; a word stands in one line only, in the sense that news uses
most. `OPPOSITES` pairs senses that exclude each other. Written by hand from general knowledge of the language.
"""

from __future__ import annotations

from functools import cache

from retold.language.english_stems import stem

SENSES = """
kill killed die dead death deaths deadly fatal fatality slay slain murder assassinate killing perish toll
injure wound wounded injury injuries injured
attack assault raid strike airstrike airstrikes bombing bombard shelling offensive bomb bombed target targeted airraid
arrest detain custody detention apprehend arrested
charge indict indictment prosecute prosecution charged
talk speak conversation discuss discussion phone telephone dialogue call converse speech
consider weigh mull eye explore contemplate ponder consideration
evacuate relocate evacuation evacuee relocation evacuated
order command directive instruct instruction direct
hack hacker hacked breach intrusion intruder cyberattack cyber-attack
notify alert inform notification
hire retain recruit hired
investigate probe inquiry investigation inquire investigator
support back endorse backing endorsement
oppose object objection opposition resist
increase rise grow raise climb surge jump soar growth escalate swell
reduce decrease fall drop decline cut lower slump shrink plunge reduction plummet dip
begin start launch commence initiate beginning
end finish conclude stop halt cease suspend over
continue ongoing persist proceed continued
buy purchase acquire acquisition
sell sale seller
send transfer deliver supply provide shipment delivery
use deploy utilise utilize employ usage
ask request urge press demand pressure plea
sign ink signed signature
win victory triumph
defeat beat vanquish
agree agreement deal pact accord treaty
meet meeting summit
resign quit resignation
appoint nominate nomination appointment
sack dismiss oust dismissal ouster
approve authorise authorize ratify permit allow approval authorisation grant authorization
refuse reject refusal rejection rebuff
build construct erect construction
destroy demolish raze destruction demolition
damage harm hurt
escape flee evade fled
find discover detect discovery locate uncover
help assist assistance aid relief
plan plot scheme intend intention
try attempt effort bid
promise pledge vow commit commitment swear guarantee
travel visit trip journey tour
arrive arrival reach
storm typhoon hurricane cyclone
fire blaze inferno wildfire
quake earthquake tremor
crash collide collision
explode explosion blast detonate detonation
shoot shot shooting gunfire
protest demonstrate demonstration protester demonstrator
police policeman policemen constable
soldier troop troops serviceman servicemen
child kid children youngster
doctor physician
lawyer attorney counsel solicitor
company firm corporation
worker employee staff staffer staffers
student pupil
resident villager inhabitant
car vehicle automobile
plane aircraft airliner airplane jet
boat ship vessel ferry
house home residence dwelling
road highway street motorway
law bill legislation statute
court tribunal
prison jail imprison imprisonment
proof evidence
document memo memorandum paper
email e-mail mail message
weapon gun firearm rifle
drone uav unmanned
missile rocket
border frontier
hostage captive
prisoner inmate detainee
ceasefire truce armistice
withdraw withdrawal retreat pullout
threaten threat menace
warn warning caution
secret confidential classified
illegal unlawful illicit
legal lawful
overrule override overturn overruled overridden
reveal disclose leak expose divulge disclosure
hide conceal concealment
steal theft rob robbery loot
rescue save rescued
search hunt
trap strand stranded trapped
missing disappear vanish disappearance unaccounted
cause trigger spark provoke
prevent avert avoid
delay postpone postponement
shut close closure shutdown
cancel scrap abandon cancellation
expect predict forecast anticipate prediction
lie mislead misrepresent deceive
win won
leader chief boss head
bribe bribery kickback
tax levy
pay payment
money cash fund funds
fraud swindle
guilty guilt
innocent innocence
fight fighting clash battle combat clashes
flood flooding deluge
sick ill illness disease ailment
infect infection infected
vaccine vaccinate vaccination jab
explain explanation
poll survey
election vote ballot
comply compliance obey uphold implement
violate violation flout
praise laud hail
criticise criticize criticism condemn denounce blame
apologise apologize apology
admit acknowledge concede confess confession
deny denial
ban prohibit outlaw forbid prohibition
fine penalty
contaminate pollute pollution contamination poison
leave depart departure
collapse crumble cave-in
merge merger takeover
strike-action walkout
danger dangerous hazard hazardous unsafe
safe safety secure
strengthen bolster reinforce
weaken undermine
wreck wreckage debris
accident accidental mishap
deliberate deliberately intentional intentionally
large big huge massive giant
small tiny little
quick fast rapid swift
near close-to nearby
enough sufficient adequate
empty vacant
full complete entire
true correct accurate genuine
false untrue bogus fake fabricated baseless
alive survive survivor
succeed success successful
fail failure
possible feasible
impossible unfeasible
clean pure drinkable
open reopen reopening
password passwords credential credentials login passcode
brawl scuffle fistfight altercation melee
landslide mudslide rockslide
epidemic outbreak pandemic
recession downturn slowdown
hospital clinic infirmary
teacher educator
scientist researcher
priest clergyman cleric
journalist correspondent columnist
businessman entrepreneur tycoon
lawmaker congressman congresswoman parliamentarian mp
diplomat envoy ambassador
spy espionage spying surveil surveillance wiretap eavesdrop
rebel insurgent guerrilla
militant extremist jihadist
terrorist terrorism
gunman shooter
refugee asylum-seeker
migrant immigrant
voter electorate
customer client consumer
owner proprietor
tenant renter lodger
farmer grower
fisherman fishermen
sailor seaman crewman
pilot aviator airman
driver motorist
cyclist bicyclist
pedestrian passer-by bystander
neighbour neighbor
relative kin kinsman
spouse wife husband
smuggle smuggler trafficking traffick
kidnap abduct abduction kidnapping
rape rapist
torture torment
abuse mistreat mistreatment maltreatment
insult offend
deport expel expulsion deportation evict eviction
release free freed liberate
pardon clemency amnesty
acquit acquittal exonerate exoneration
testify testimony testified
sue lawsuit litigation suit
subpoena summon summons summoned
seize confiscate confiscation seizure impound
freeze frozen block blocked
sanction sanctions embargo
boycott shun
subsidy subsidise subsidize
loan lend lending borrow
debt owe owed indebted
bankrupt bankruptcy insolvent insolvency
profit profits earnings
wage wages salary salaries
layoff lay-off redundancy redundancies
job jobs employment
pension retirement retire
invest investment investor
donate donation donor contribute contribution
trade commerce
expensive costly dear dearer
cheap inexpensive affordable
shortage scarcity lack
crop harvest
drought aridity
rain rainfall downpour
snow snowfall blizzard
heatwave heat
volcano eruption erupt
dam reservoir
tunnel underpass
pipeline conduit
power-cut blackout outage
nuclear atomic
radiation radioactive
spill spillage
burn burnt incinerate torch scorch arson
capsize founder
bury burial funeral
autopsy post-mortem
dismember mutilate
behead decapitate
strangle suffocate asphyxiate choke
stab knife stabbing
ambush waylay
besiege siege blockade
invade invasion incursion
occupy occupation
surrender capitulate
mobilise mobilize conscript conscription
patrol sentry
base garrison barracks
checkpoint roadblock outpost
airport airfield airstrip
station terminal
harbour harbor port
warship frigate destroyer
tank armour armor
mortar artillery
bullet ammunition
helicopter chopper
satellite spacecraft
rebuild reconstruct reconstruction restore restoration
repair mend fix fixed
install fit installation
replace substitute replacement
add addition
include inclusion
exclude exclusion omit
arrange arrangement organise organize
count tally
calculate reckon compute
publish publication
broadcast televise
film video footage recording
photo photograph picture image
copy duplicate
delete erase erasure
edit amend amendment revise revision
argue argument
negotiate negotiation bargaining
compromise concession
reconcile reconciliation
unite unity
divide division split
isolate isolation quarantine
reform overhaul
inspect inspection inspector
audit auditor
monitor oversee oversight supervise supervision
review reassess reconsider
assess assessment evaluate evaluation appraise
recommend recommendation advise advice
suggest suggestion propose proposal
choose choice pick select selection
fear afraid dread
worry worried concerned
surprise surprised astonish shock shocked stun
anger angry outrage furious fury
sad sorrow grief mourn mourning
happy glad pleased delighted
proud pride
regret remorse
thank gratitude grateful
trust confidence
distrust mistrust
guess speculate speculation
confirm confirmation verify verification corroborate
distort distortion misstate misstatement exaggerate exaggeration
misspeak misremember
brag boast
complain complaint
apply application applicant
qualify eligible eligibility
licence license
ticket fare
rent lease
own possess possession ownership
inherit inheritance heir
shares stock
dividend payout
monopoly antitrust
compete competition rival
champion championship
player footballer
medal trophy
spectator fan
stadium arena
movie cinema
song tune
book novel
actor actress
artist painter
museum gallery
painting canvas
thief burglar robber
burglary break-in
alarm siren
camera cctv
guard watchman
window pane
cellar basement
roof ceiling
wall barrier fence
engine motor
tyre tire
fuel petrol gasoline
diesel gasoil
oil crude
coal lignite
miner mineworker pitman
shaft pit
sewage wastewater
bacteria bacterium germ
virus pathogen
cure heal recover recovery
surgery surgeon
medicine drug medication
dose dosage
pregnant pregnancy
birth born
marry marriage wedding wed
"""

# Pairs of senses, by their first word, of which one excludes the other when all else is alike.
OPPOSITES = """
increase reduce
begin end
continue end
support oppose
approve refuse
approve ban
open shut
begin cancel
continue cancel
win lose
guilty innocent
legal illegal
true false
succeed fail
possible impossible
alive kill
help damage
comply violate
danger safe
strengthen weaken
accident deliberate
praise criticise
buy sell
empty full
large small
arrive leave
clean contaminate
hire sack
prevent cause
admit deny
strong weak
public secret
peaceful violent
present absent
healthy sick
"""

# Senses of deeds that somebody is blamed for: what an accusation is about.
WRONGS = """
kill injure attack arrest charge hack steal lie fraud bribe threaten violate destroy damage contaminate hide illegal
cause shoot infect fight crash explosion criticise guilty weaken danger false abuse assault rape torture corrupt
launder collude interfere meddle conspire cheat exploit harass discriminate manipulate poison kidnap smuggle cover-up
coverup neglect negligence mishandle misuse spy surveil surveillance sabotage plagiarise plagiarize embezzle extort
blackmail defraud falsify forge tamper plot suppress censor
"""


@cache
def wrongs() -> frozenset[str]:
    """The senses of deeds that somebody is blamed for."""
    return frozenset(sense(stem(word)) for word in WRONGS.split())


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in SENSES.split("\n"):
        for word in line.split():
            table.setdefault(stem(word), "=" + line.split()[0])
    return table


def sense(stemmed: str) -> str:
    """The sense that a stem stands for ("=kill"), or the stem itself where no line of `SENSES` has it."""
    return _table().get(stemmed, stemmed)


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Pairs of senses that exclude each other, in both orders."""
    found = set()
    for line in OPPOSITES.split("\n"):
        if line:
            one, other = (sense(stem(word)) for word in line.split())
            found |= {(one, other), (other, one)}
    return frozenset(found)
