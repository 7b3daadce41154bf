-- What is found again: names, dates of birth, places and patterns of harm, across concerns, referrals and cases, and how alike two of them are.
-- The three extensions are trusted ones: whoever owns the database makes them.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;
create extension if not exists btree_gin;

-- CreateEnum
CREATE TYPE "repeat_source" AS ENUM ('concern', 'referral', 'case');

-- CreateEnum
CREATE TYPE "repeat_party" AS ENUM ('person', 'place', 'record');

-- CreateTable
CREATE TABLE "repeat_keys" (
    "partnership_id" UUID NOT NULL,
    "source" "repeat_source" NOT NULL,
    "source_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "party_kind" "repeat_party" NOT NULL,
    "found" BOOLEAN NOT NULL,
    "forum_id" UUID,
    "agency_id" UUID,
    "holder_id" UUID,
    "noted_on" DATE NOT NULL,
    "name_said" TEXT NOT NULL,
    "name_words" TEXT[],
    "name_forms" TEXT[],
    "name_groups" TEXT[],
    "name_weights" REAL[],
    "born_on" DATE,
    "place_said" TEXT NOT NULL,
    "postcode" TEXT,
    "unit" TEXT,
    "house" TEXT,
    "street" TEXT,
    "place_marks" TEXT[],
    "ward_id" UUID,
    "patterns" TEXT[],
    "codes" TEXT[],

    CONSTRAINT "repeat_keys_pkey" PRIMARY KEY ("partnership_id","source","source_id","party_id")
);

-- CreateIndex
CREATE INDEX "repeat_keys_codes" ON "repeat_keys" USING GIN ("partnership_id" uuid_ops, "codes" array_ops);

-- CreateIndex
CREATE INDEX "repeat_keys_names" ON "repeat_keys" USING GIN ("partnership_id" uuid_ops, "name_said" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "repeat_keys_places" ON "repeat_keys" USING GIN ("partnership_id" uuid_ops, "place_said" gin_trgm_ops);
-- 1. Reference words. They belong to no partnership and name nobody, so they stand beside the functions, out of the application's reach.
create table app.name_variants (word text primary key, stands_for text[] not null);
create table app.common_names (word text primary key, weight real not null);
create table app.place_words (word text primary key, stands_for text not null, weight real not null);
create table app.pattern_words (stem text primary key, pattern text not null);

/* Short forms, other spellings, and the same name in other languages. One line a name; a short form may stand for several. */
insert into app.name_variants (word, stands_for)
select trim(word), array_agg(distinct trim(split_part(line, ':', 1))) from regexp_split_to_table($$
abdul: abdool abdal abdel abd
abigail: abi abbie abby gail
adam: ad adem
agnes: aggie agnieszka
ahmed: ahmad achmed ahmet
aisha: ayesha aysha aesha aishah ayshah
alan: al allan allen alun
albert: al bert bertie albie
alexander: al alex alec alick sandy sasha xander aleksander alasdair alistair alastair olek
alexandra: alex alexa sandra sandy lexi aleksandra ola
alfred: alf alfie fred
alison: ali alyson allison
amanda: mandy amandah
amelia: millie amy
andrew: andy drew andrzej andreas
angela: angie ange
ann: anne anna annie anya nan nancy ania anja
anthony: tony ant antony antoni antek
antonia: toni tonia
arthur: art artie artur
barbara: babs barb barbra basia
benjamin: ben benny benji benjy
bernard: bernie
bernadette: bernie detta
brenda: bren
bridget: bridie biddy brid brigid
bronwen: bronwyn bron
cameron: cam
caroline: carol carrie caz caro
carys: cerys
catherine: cath cathy katherine kathryn catharine kathleen kate katie katy kat kay kit kitty kasia katarzyna catrin caitlin kathy cathryn
cecilia: cissie cece
charles: charlie chas chuck chaz karol charly
charlotte: charlie lottie char lotte
chaudhry: choudhury chowdhury choudhry chaudhary chaudry chaudhri choudhary chowdry
christine: chris christina chrissie tina kirsty krystyna
christopher: chris kit topher krzysztof kris
claire: clare clair
clifford: cliff
colin: col
conor: connor conner
constance: connie
courtney: kourtney
cynthia: cindy
daniel: dan danny daniil
danielle: dani dannii danni
david: dave davey davy dai dafydd dewi dawid
deborah: deb debbie debra debs
denise: den
dennis: den denny denis
diana: di diane dianne
dominic: dom nick dominik
donald: don donny
dorothy: dot dottie dolly dorota
douglas: doug dougie
dylan: dyl
edmund: ed eddie ted ned
edward: ed eddie ted teddy ned eddy edek
edwin: ed eddie
eileen: aileen eilidh
eleanor: ellie nell nellie ella elinor nora
elizabeth: liz lizzie beth betty bess bessie eliza elsie lisa libby elspeth elisabeth elzbieta ela liza
ellen: nell nellie elen
emily: em emmie millie
emma: em
eoin: owen eoghan owain
ernest: ernie
eugene: gene
evan: ifan iefan
eve: evie eva ewa
fatima: fatema fatimah fatma fathima
farhan: ferhan
florence: flo florrie flossie
frances: fran frankie fanny francesca
francis: frank frankie franciszek
frederick: fred freddie freddy fredrick frederic
gabriel: gabe
gareth: gaz garth
gary: gaz garry
geoffrey: geoff jeff jeffrey geoffry
george: georgie jurek jerzy
georgina: georgie gina georgia
gerald: gerry jerry
gerard: gerry jerry ger
gillian: gill jill jillian
glenys: glenis
grace: gracie
graham: graeme grahame
gregory: greg grzegorz gregor
gurpreet: gurprit gurpriet
gwendolen: gwen gwenda gwendoline
gwilym: gwil
harold: harry hal
harjinder: harjindar
harriet: hattie hatty harry
hassan: hasan hassaan
helen: nell nellie helena ellen lena helenka
henry: harry hal hank henryk
herbert: bert herb
hugh: huw hughie hugo
humphrey: humph
hussain: hussein husain hossain hussayn husein hossein hussian
ian: iain
imogen: immy
imran: emran
isaac: ike izaak zak
isabel: izzy bella belle isabelle isabella isobel ishbel iza
ismail: esmail ismael ishmael
iqbal: ikbal eqbal
jack: jacek jackie
jacob: jake kuba jakub
jacqueline: jackie jacqui jacky jaqueline
james: jim jimmy jamie jem seamus hamish shamus
jane: janie jayne
janet: jan
janice: jan
jasmine: jas jaz yasmin jasmin yasmine
jaswinder: jasvinder jasvindar jas
jatinder: jatindar jat
jennifer: jen jenny jennie jenna
jeremy: jez jerry jem
jessica: jess jessie
joan: joanie
joanne: jo joanna jojo joann
john: johnny jon jonny jack ioan jan janek johnnie johny
jonathan: jon jonny jonathon johnathan nathan
joseph: joe joey jozef yusuf jo
josephine: jo josie
joshua: josh
judith: judy jude
julia: julie jules
julian: jules
karen: kaz karin
kayleigh: kaylee kayley
kelly: kel
kenneth: ken kenny
kevin: kev kevan
kimberley: kim kimberly
khadija: khadijah kadija khadeeja
kulwinder: kulvinder kulwindar
laura: laurie lauren
lawrence: larry laurie lol laurence lozza
leanne: lee leann leeanne
lee: leigh
leonard: len lenny leo
leslie: les lesley
lewis: lew lou louis louie ludwik
lillian: lil lilly lily lilian
linda: lin lyn lynda
llewelyn: llewellyn llywelyn lewelyn llewelin llew lyn
louise: lou lulu louisa
lucy: luce lucie lucinda
luke: lukasz lucas lukas
lynn: lyn lynne
maciej: matt matthias maciek
madeleine: maddie maddy madeline madelaine
magdalena: magda madzia
malgorzata: gosia
malcolm: mal
manjit: manjeet
manpreet: manprit
marek: mark marc
margaret: maggie meg peggy madge marge margie margot rita greta megan mags mairead marged
maria: marie mary mair mari
marion: marian
mariam: maryam mariyam meriam
martin: marty marcin martyn
martha: matty
mary: molly polly may mamie mae maria
matthew: matt matty mateusz mathew
maurice: mo morris
maxwell: max
melanie: mel
melissa: mel lissa
meredydd: meredith maredudd
michael: mick mike mickey micky mikey mitch michal micheal meical
michelle: shell shelly chelle
mohamed: mohammed muhammad mohammad muhammed mohamad mohd md mohammod mahomed mohamud muhamad muhammod mo mohamud mehmet
monica: mon monika
morgan: morgane
mustafa: mustapha mostafa
nathan: nat nate
nathaniel: nat nate nathan
natalie: nat nattie natalia
nazir: nazeer naseer nasir
niamh: neve nieve neeve
nicholas: nick nicky nicolas nico mikolaj nicholaus klaus
nicola: nicky nikki nicole nic nikola
nigel: nige
nusrat: nousrat
oliver: ollie olly oli oliwier
olivia: liv livvy ollie oliwia
oluwaseun: seun
oluwatobi: tobi
pamela: pam
parminder: parmindar pam
patricia: pat patsy tricia trish patty
patrick: pat paddy padraig packie patryk pádraig
paul: pauly pawel paulie
paula: polly
pauline: paul polly
pawel: pavel
penelope: pen penny
peter: pete piotr pedr petie piotrek
philip: phil phillip pip philipp filip
philippa: pippa pip phillippa
priscilla: cilla prissy
quasim: qasim kasim qaseem
rachel: rach rachael rae
rajinder: rajindar raj
rebecca: becky becca bex beck rebekah
reginald: reg reggie
rees: rhys reece reese rhyse
rhiannon: rhian
richard: rick dick rich richie ricky dickie ryszard
robert: rob bob bobby robbie bert robin rupert
robin: rob robyn
roderick: rod roddy rhodri
rodney: rod
roger: rog
ronald: ron ronnie
rosemary: rose rosie romy
rosalind: roz ros
rose: rosie roza
rubina: robina roobina
russell: russ
ruth: ruthie
sabina: sabeena
saima: saimah
salman: sulman
samantha: sam sammy sammie
samuel: sam sammy sami
sandra: sandy
sarah: sara sally sadie sas zara
sean: shaun shawn shane seán
sharon: shaz shazza
sheila: shelagh sheelagh sile
shaheen: shahin
shahid: shaheed
siobhan: shivaun chevonne siobhain shevaun shiobhan
sophia: sophie sofia zofia zosia
stanislaw: stan staszek stanley
stanley: stan
stephanie: steph stef
stephen: steve steven stevie stefan ste stephan szczepan
stuart: stu stewart
susan: sue susie suzie susanna suzanne sukie zuzanna
sukhdev: sookhdev
sukhwinder: sukhvinder sukh sukwinder
tariq: tarik tareq
terence: terry tel terrance terrence
theodore: theo ted teddy
theresa: terri tess tessa teresa terry
thomas: tom tommy tomasz tomos twm tomek
timothy: tim timmy
tobias: toby tobi
tomasz: tomek
tracy: trace tracey
usman: osman uthman usmaan
valerie: val
vanessa: nessa ness
veronica: ronnie vera weronika
victor: vic wiktor
victoria: vicky vikki tori vic wiktoria vickie
vincent: vin vinny vince
violet: vi
virginia: ginny ginger
walter: wally walt
wayne: wain
william: bill billy will willie willy liam gwilym wil wills wilhelm
winifred: win winnie fred
wojciech: wojtek voytek wojtech
yusuf: yousaf yousef yousuf yusef youssef yosef yousif
zachary: zach zack zak zac zakariya
zainab: zaynab zeinab zaineb
zbigniew: zbyszek
zoe: zoey
davies: davis
evans: evan ifans
griffiths: griffith gruffudd gruffydd
hughes: huws
jenkins: jenkin siencyn
powell: howell hywel
price: pryce prys
pritchard: prichard
pugh: puw
bevan: bevans
bowen: bowan
smith: smyth smythe
thompson: thomson tomson thomsen
clark: clarke
read: reid reed reade
brown: browne
green: greene
stevens: stephens stevenson
nicholson: nicolson nickolson
johnson: johnston johnstone johnsen
mcdonald: macdonald
neill: neil neale
doherty: docherty dougherty dohertey odoherty
kavanagh: cavanagh kavanaugh
obrien: obrian
oneill: oneil oneal
byrne: burns beirne
sheikh: shaikh shaykh sheik shekh
begum: begam baygum bagum
khatun: khatoon
quereshi: qureshi qureishi kureshi qureshy
rehman: rahman rahmaan rehmaan ur-rehman
sayed: syed saeed sayeed said sayyid
$$, '\n') as line cross join lateral regexp_split_to_table(split_part(line, ':', 1) || ' ' || split_part(line, ':', 2), '\s+') as word
where trim(line) <> '' and trim(word) <> '' group by 1;

/* What half a street is called: alone it says little. The lowest are those that custom or faith give to very many. */
insert into app.common_names (word, weight)
select word, min(weight) from (
  select regexp_split_to_table('singh kaur begum bibi khatun khatoon mohamed syed sayed bint bin ap ab md mr sheikh', ' ') as word, 0.2 as weight
  union all select regexp_split_to_table('khan ali hussain ahmed akhtar patel islam rehman iqbal malik mahmood hassan shah miah uddin abdul chaudhry', ' '), 0.45
  union all select regexp_split_to_table('smith jones williams taylor brown davies evans thomas wilson johnson roberts robinson thompson wright walker white edwards hughes hall green lewis harris clark clarke jackson wood turner martin cooper hill ward morris moore king watson baker harrison morgan patel young allen mitchell james anderson phillips lee bell parker davis bennett miller cook shaw cox richardson kelly murphy obrien ryan byrne walsh nowak kowalski', ' '), 0.6
  union all select regexp_split_to_table('john david michael paul andrew peter james robert mark stephen daniel christopher matthew thomas william richard anthony joseph samuel jack oliver george adam luke lee ryan liam craig sean kevin gary simon ian jan piotr anna maria catherine sarah susan margaret elizabeth mary karen julia helen jane emma laura rebecca charlotte jessica sophia emily amy chloe lucy hannah louise nicola joanne aisha fatima', ' '), 0.7
) listed group by word;

/* How places are written and called. Weight: how much the word alone says of where. */
insert into app.place_words (word, stands_for, weight)
select trim(word), trim(split_part(line, ':', 1)), trim(split_part(line, ':', 2))::real from regexp_split_to_table($$
road:0: rd roads
street:0: str
avenue:0: ave av aven
lane:0: ln
close:0: cl clo
crescent:0: cres cresc crsnt
drive:0: dr drv
grove:0: gr grv gro
terrace:0: terr ter tce
court:0: ct crt
place:0: pl plc
gardens:0: gdns gdn gds garden
mews:0: mws
way:0: wy
walk:0: wlk
square:0: sq
rise:0: rse
view:0: vw
row:0:
hill:0.2: hl
park:0.2: pk
green:0.2: grn
house:0.2: hse ho
the:0: a an of on in at to by and near nr next opposite opp behind above over outside round corner end side top bottom off from where just st saint
shop:0.3: shops store stores parade precinct
bookmaker:0.6: bookies bookie bookmakers betting ladbrokes
takeaway:0.5: chippy chipshop kebab takeaways chicken
offlicence:0.6: offy offie off-licence
playground:0.5: swings play playpark
recreation:0.6: rec recreational
alley:0.4: alleyway ginnel snicket gennel passage cut ginnels jitty twitten entry
garages:0.5: garage lockups lockup
station:0.4: bus bus-station interchange
school:0.4: academy primary gates gate
church:0.4: chapel st-
pub:0.4: inn tavern arms
flat:0.2: flats maisonette maisonettes apartments
estate:0.3: est
cottage:0.2: cottages lodge farm villa villas
car:0.2: carpark parking
canal:0.5: towpath
bridge:0.4: underpass subway
library:0.5:
surgery:0.5: doctors gp clinic
field:0.3: fields land open wasteland
community:0.4: centre center hub youth
supermarket:0.4: tesco asda aldi lidl coop co-op
$$, '\n') as line cross join lateral regexp_split_to_table(trim(split_part(line, ':', 1) || ' ' || split_part(line, ':', 3)), '\s+') as word
where trim(line) <> '' and trim(word) <> '' on conflict do nothing;

/* What harm is told of, by the beginnings of words. */
insert into app.pattern_words (stem, pattern)
select stem, trim(split_part(line, ':', 1)) from regexp_split_to_table($$
motorcycles: motorcycl motorbik off-road offroad quad moped scooter
takeover: takeover cuckoo taken-over
noise: noise noisy music shouting loud
intimidation: intimidat threat harass bully verbal abus
drugs: drug dealing cannabis needle heroin spice nitrous
fire: arson firesett fire-sett bonfire on-fire set-fire
dumping: fly-tip flytip dumped rubbish litter waste
gatherings: gather congregat loiter youths groups hang
school: school-gate school
exploitation: exploit county-line groom trafficking
domestic: domestic partner ex-partner coercive
hate: hate racis homophob
theft: burgl theft shoplift stolen steal robb
street-living: begging rough-sleep sleeping tents
drink: drinkers alcohol drunk street-drink
damage: vandal graffiti damag smash
driving: speeding racing car-cruis boy-rac
fireworks: firework
dogs: dog
hotels: hotel
takeaways: takeaway food-outlet
weapons: knife knives weapon machete
$$, '\n') as line cross join lateral regexp_split_to_table(trim(split_part(line, ':', 2)), '\s+') as stem
where trim(line) <> '' on conflict do nothing;
-- 2. How a name, a date and a place are brought to what can be compared. None of these reads a record.
/* Lower case, without accents, in plain letters. */
create function app.plain(said text) returns text language sql immutable set search_path = '' as $$
  select pg_catalog.lower(pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.regexp_replace(pg_catalog.normalize(coalesce(said, ''), 'NFKD'), '[\u0300-\u036f\u200b-\u200f]', '', 'g'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'łŁøØđĐıðÐ’‘ʼ`´', 'lLoOdDidD''''''''''')) $$;

/* The words of a name in their order, four at most: without titles and particles, O' and Mac joined to what follows. */
create function app.name_words(said text) returns text[] language sql immutable set search_path = '' as $$
  with joined as (select pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(app.plain(said),
      '\m(mr|mrs|ms|miss|mx|master|dr|sir|rev|cllr|known as|aka|also|née|nee)\M\.?', ' ', 'g'),
      '\m(o)['' ]+(?=[a-z]{3})', 'o', 'g'), '\m(mac|mc)[ '']+(?=[a-z]{3})', '\1', 'g'), '\mmac(?=[b-df-hj-np-tv-z][a-z]{2})', 'mc', 'g'), '''', '', 'g') as text)
  select coalesce((select pg_catalog.array_agg(f.word order by f.place) from (
      select w.word, w.place from joined, pg_catalog.regexp_split_to_table(joined.text, '[^a-z0-9\u0080-\uffff]+') with ordinality as w(word, place)
      where w.word <> '' and w.word not in ('al', 'el', 'ul', 'ur', 'bin', 'bint', 'ibn', 'ap', 'ab', 'ferch', 'verch', 'van', 'de', 'der', 'la', 'le', 'di', 'von', 'da', 'the', 'and') order by w.place limit 4) f), '{}') $$;

/* One word of a name as it sounds, whoever wrote it down: consonants, the class of the first vowel, and whether it ends as a woman's name does. */
create function app.name_form(word text) returns text language plpgsql immutable set search_path = '' as $$
declare x text := word; tail text := ''; first_vowel text; pair text;
begin
  if pg_catalog.length(x) < 2 then return x; end if;
  if pg_catalog.right(x, 3) in ('ska', 'sky', 'cka', 'cky', 'zka', 'zky') then x := pg_catalog.left(x, -2) || 'ki'; end if;
  x := case when pg_catalog.left(x, 2) in ('kn', 'gn', 'pn', 'wr') then pg_catalog.substr(x, 2) when pg_catalog.left(x, 2) = 'rh' then 'r' || pg_catalog.substr(x, 3) else x end;
  -- replaced one after the other, and not by patterns: of those PostgreSQL keeps few ready at a time
  foreach pair in array array['sch:sh', 'sz:sh', 'cz:ch', 'ight:it', 'ough:o', 'augh:o', 'ph:f', 'gh:g', 'kh:k', 'bh:b', 'dh:d', 'th:t', 'jh:j', 'ck:k', 'aye:e', 'ai:e', 'ay:e', 'ae:e', 'ei:e', 'ey:e', 'ee:i', 'ea:i', 'ie:i', 'oo:u', 'ou:u',
      'ce:se', 'ci:si', 'cy:sy', 'ch:#', 'c:k', '#:ch', 'w:f', 'v:f', 'q:k', 'z:s', 'x:ks', 'mps:ms'] loop
    x := pg_catalog.replace(x, pg_catalog.split_part(pair, ':', 1), pg_catalog.split_part(pair, ':', 2));
  end loop;
  -- an h that is heard stands before a vowel
  x := pg_catalog.regexp_replace(x, '(?<=[aeiouy])h(?![aeiouy])', '', 'g');
  if pg_catalog.right(word, 4) in ('elle', 'ette') then tail := 'l'; elsif pg_catalog.length(word) > 3 and (pg_catalog.right(word, 1) = 'a' or pg_catalog.right(word, 2) = 'ah') and pg_catalog.right(word, 3) not in ('ska', 'cka', 'zka') then tail := 'a'; end if;
  first_vowel := pg_catalog.translate(pg_catalog.substring(x, '[aeiouy]'), 'eyo', 'iiu');
  x := pg_catalog.left(x, 1) || pg_catalog.translate(pg_catalog.substr(x, 2), 'aeiouy', '');
  x := pg_catalog.regexp_replace(x, '(.)\1+', '\1', 'g');
  return pg_catalog.translate(pg_catalog.left(x, 1), 'eyo', 'iiu') || pg_catalog.substr(x, 2) || coalesce(first_vowel, '') || tail;
end $$;

/* A date of birth with day and month changed round, where that is a date. */
create function app.turned_round(born date) returns date language sql immutable set search_path = '' as $$
  select case when extract(day from born) <= 12 then pg_catalog.make_date(extract(year from born)::integer, extract(day from born)::integer, extract(month from born)::integer) end $$;

/* A letter counts as a number: flat C is flat 3. */
create function app.unit_of(said text) returns text language sql immutable set search_path = '' as $$
  select case when said ~ '^[a-z]$' then (pg_catalog.ascii(said) - 96)::text else said end $$;

/*
 * The parts of an address or of a place as somebody described it. `unit` the flat, `house` the number or the named house, `street` its words without kind,
 * `marks` what it is otherwise recognised by, common words among them as what they stand for.
 */
create type app.place_parts as (postcode text, unit text, house text, street text, marks text[]);
create function app.read_place(said text) returns app.place_parts language plpgsql stable set search_path = '' as $$
declare x text := pg_catalog.replace(app.plain(said), '''', ''); found text[]; part text; words text[]; p app.place_parts; kind constant text := '(road|rd|street|str|avenue|ave|av|lane|ln|close|cl|crescent|cres|drive|drv|dr|grove|gr|grv|terrace|terr|ter|court|crt|ct|place|pl|gardens|gdns|gdn|mews|way|walk|wlk|square|sq|rise|view|row|hill|green|grn)';
begin
  if x = '' then return p; end if;
  found := pg_catalog.regexp_match(x, '\m([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})\M');
  if found is not null then
    p.postcode := found[1] || found[2];
    x := pg_catalog.regexp_replace(x, '\m[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}\M', ' ');
  end if;
  x := pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(x, 'chip shop', 'chippy'), 'betting shop', 'bookies'), 'off licence', 'offy'), 'lock-up', 'lockup');
  x := pg_catalog.regexp_replace(x, '\mno\.? ?(?=[0-9])|\mnumber (?=[0-9])', '', 'g');
  x := pg_catalog.regexp_replace(x, '[.]', ' ', 'g');
  -- "st" at the end of a line of an address is a street, before a word a saint
  x := pg_catalog.regexp_replace(x, '\mst(?= *(,|;|$|\n))', 'street', 'g');
  found := pg_catalog.regexp_match(x, '\m(?:flat|apartment|apt|unit|room|fl)(?: ?(?:no)? ?([0-9]+)([a-z]?)| ([a-z]))\M');
  if found is not null then
    p.unit := coalesce(found[1] || found[2], app.unit_of(found[3]));
    x := pg_catalog.regexp_replace(x, '\m(flat|apartment|apt|unit|room|fl)( ?(no)? ?[0-9]+[a-z]?| [a-z])\M[ ,/]*', '');
  elsif x ~ '\m(ground|first|second|third|top|basement)[ -]floor( flat)?\M|\m(top|basement|garden) flat\M' then
    p.unit := pg_catalog.substring(x, '\m(ground|first|second|third|top|basement|garden)(?=[ -]floor| flat)');
    x := pg_catalog.regexp_replace(x, '\m(ground|first|second|third|top|basement|garden)([ -]floor)?( flat)?\M[ ,]*', '');
  end if;
  -- "12c Kimber Road", "3/12 Kimber Road", "12 Kimber Road"
  foreach part in array pg_catalog.regexp_split_to_array(x, '[,;\n]+') loop
    part := pg_catalog.btrim(part);
    found := pg_catalog.regexp_match(part, '^(?:([0-9]+) ?/ ?)?([0-9]+)(?: ?- ?[0-9]+)? ?([a-z])?\M +(.+)$');
    if found is null then found := pg_catalog.regexp_match(part, '^()([0-9]+)()$'); end if;
    if found is not null and p.house is null then
      p.house := pg_catalog.ltrim(found[2], '0');
      if p.unit is null then p.unit := coalesce(found[1], app.unit_of(nullif(found[3], ''))); end if;
      part := coalesce(found[4], '');
    end if;
    if p.street is null then
      found := pg_catalog.regexp_match(part, '^(?:the )?([a-z][a-z -]*?) +' || kind || '\M(.*)$');
      if found is not null and found[1] !~ '\m(above|behind|near|opposite|outside|corner|by|at|on|next|side|off|in|of|the)\M' then
        p.street := pg_catalog.btrim(found[1]);
        part := coalesce(found[3], '');
      elsif p.house is not null and part <> '' and part !~ '[0-9]' then
        p.street := part;
        part := '';
      else
        -- "Kimber Road, near the chip shop" said the other way: "chip shop on Kimber Road"
        found := pg_catalog.regexp_match(part, '^(.*)\m(?:on|in|off|of|at|corner of)\M (?:the )?([a-z-]+(?: [a-z-]+)?) ' || kind || '\M(.*)$');
        if found is not null then p.street := found[2]; part := found[1] || ' ' || coalesce(found[4], ''); end if;
      end if;
    end if;
    words := words || array(select w from pg_catalog.regexp_split_to_table(part, '[^a-z0-9\u0080-\uffff-]+') as w where w <> '');
  end loop;
  p.marks := coalesce((select pg_catalog.array_agg(distinct m.mark) from (
    select coalesce(w.stands_for, pg_catalog.regexp_replace(word.w, '(?<=[a-z]{4})s$', '')) as mark, w.weight from pg_catalog.unnest(words) as word(w) left join app.place_words w on w.word = word.w) m
    where m.mark <> '' and coalesce(m.weight, 1) > 0), '{}');
  return p;
end $$;

/* What harm a text tells of. */
create function app.patterns_in(said text) returns text[] language sql stable set search_path = '' as $$
  with heard as (select ' ' || pg_catalog.translate(app.plain(said), '-,.;:()/"''', '          ') as text)
  select coalesce(pg_catalog.array_agg(distinct p.pattern), '{}') from app.pattern_words p, heard where pg_catalog.strpos(heard.text, ' ' || pg_catalog.replace(p.stem, '-', ' ')) > 0 $$;

-- 3. The keys. One row for each person or place of a record, and one for the record itself; read by nobody but the functions below.
do $$ begin
  alter table public.repeat_keys enable row level security;
  alter table public.repeat_keys force row level security;
  create policy maintained_by_owner on public.repeat_keys to casemoot_owner using (true) with check (true);
  create policy kept_by_definer on public.repeat_keys to casemoot_definer using (true) with check (true);
  grant select, insert, update, delete on public.repeat_keys to casemoot_definer;
end $$;
grant select on app.name_variants, app.common_names, app.place_words, app.pattern_words to casemoot_definer;

/* Under what a row is found again: pairs of words of the name as they sound, dates of birth as given and turned round, house and street, postcode, what marks a place, a pattern in its ward and quarter. */
create function app.repeat_codes(k public.repeat_keys) returns text[] language sql stable set search_path = '' as $$
  with sounds as (
    select w.place, s.sound from pg_catalog.generate_subscripts(k.name_words, 1) as w(place)
      cross join lateral (select k.name_forms[w.place] as sound union select public.dmetaphone(k.name_words[w.place])
        union select app.name_form(g) from pg_catalog.regexp_split_to_table(k.name_groups[w.place], '\|') as g where g <> '') s where s.sound <> '')
  select coalesce(pg_catalog.array_agg(distinct c.code), '{}') from (
    select 'n:' || least(a.sound, b.sound) || '.' || greatest(a.sound, b.sound) as code from sounds a join sounds b on a.place < b.place
    union all select 'b:' || d::text from (values (k.born_on), (app.turned_round(k.born_on))) as born(d) where d is not null
    union all select 'o:' || a.sound || '.' || extract(year from k.born_on)::text from sounds a where k.born_on is not null and pg_catalog.cardinality(k.name_words) = 1
    union all select 's:' || k.house || '.' || app.name_form(pg_catalog.split_part(k.street, ' ', 1)) where k.house is not null and k.street is not null
    union all select 'z:' || k.postcode || coalesce('.' || k.house, '') where k.postcode is not null
    union all select 'm:' || coalesce(k.ward_id::text, '') || '.' || app.name_form(m) from pg_catalog.unnest(k.place_marks) as m where k.house is null
    union all select 'r:' || coalesce(k.ward_id::text, '') || '.' || app.name_form(pg_catalog.split_part(k.street, ' ', 1)) where k.house is null and k.street is not null
    union all select 'p:' || k.ward_id::text || '.' || p || '.' || pg_catalog.to_char(d, 'YYYYQ') from pg_catalog.unnest(k.patterns) as p cross join (values (k.noted_on), ((k.noted_on + interval '3 months')::date)) as quarter(d) where k.ward_id is not null and k.party_kind = 'record'
  ) c $$;

/* A row of keys from what stands in a record. */
create function app.make_repeat_key(k public.repeat_keys, said_name text, said_place text) returns public.repeat_keys language plpgsql stable set search_path = '' as $$
declare p app.place_parts;
begin
  k.name_words := app.name_words(said_name);
  k.name_said := pg_catalog.array_to_string(k.name_words, ' ');
  select coalesce(pg_catalog.array_agg(app.name_form(w.word) order by w.place), '{}'),
      coalesce(pg_catalog.array_agg(coalesce(pg_catalog.array_to_string(v.stands_for, '|'), '') order by w.place), '{}'),
      coalesce(pg_catalog.array_agg(coalesce((select min(c.weight) from app.common_names c where c.word = w.word or c.word = any(v.stands_for)), 1) order by w.place), '{}')
    into k.name_forms, k.name_groups, k.name_weights
    from pg_catalog.unnest(k.name_words) with ordinality as w(word, place) left join app.name_variants v on v.word = w.word;
  p := app.read_place(said_place);
  k.postcode := p.postcode; k.unit := p.unit; k.house := p.house; k.street := p.street;
  -- a ward or an area that is named says no more than the record's own
  k.place_marks := array(select m from pg_catalog.unnest(p.marks) as m where not exists (select 1 from (select w.name from public.wards w where w.partnership_id = k.partnership_id union all select a.name from public.areas a where a.partnership_id = k.partnership_id) as known(name)
    where m = any(pg_catalog.regexp_split_to_array(app.plain(known.name), '[^a-z0-9]+'))));
  k.place_said := case when p.house is null then pg_catalog.btrim(pg_catalog.concat_ws(' ', p.street, pg_catalog.array_to_string(k.place_marks, ' '))) else '' end;
  k.codes := app.repeat_codes(k);
  return k;
end $$;

-- 4. How alike two rows are.
/* How alike two words of names are, 0 to 1: the same; the same by another form; sounds alike; one slip of the pen; an initial. */
create function app.words_alike(a text, form_a text, groups_a text, b text, form_b text, groups_b text) returns double precision language plpgsql immutable set search_path = '' as $$
declare short integer; far integer;
begin
  if a = b then return 1; end if;
  if groups_a <> '' and groups_b <> '' and pg_catalog.string_to_array(groups_a, '|') && pg_catalog.string_to_array(groups_b, '|') then return 0.95; end if;
  short := least(pg_catalog.length(a), pg_catalog.length(b));
  if short = 1 then return case when pg_catalog.left(a, 1) = pg_catalog.left(b, 1) then 0.4 else 0 end; end if;
  if form_a = form_b then
    far := public.levenshtein(a, b);
    return case when far <= greatest(1, short * 0.4) then 0.9 else 0 end;
  end if;
  if short < 4 then return 0; end if;
  -- women's names made of men's are other names: Paul and Paula, Daniel and Danielle
  if (form_a || 'a' = form_b or form_b || 'a' = form_a or form_a || 'l' = form_b or form_b || 'l' = form_a) then return 0; end if;
  far := public.levenshtein_less_equal(a, b, 2);
  if far > 2 then return 0; end if;
  if short >= 5 and (pg_catalog.left(a, 1) = pg_catalog.left(b, 1) or short >= 8) then
    if far = 1 then return 0.85; end if;
    -- two letters changed round
    if pg_catalog.length(a) = pg_catalog.length(b) and app.letters_of(a) = app.letters_of(b) then return 0.85; end if;
    if short >= 8 and pg_catalog.left(a, 1) = pg_catalog.left(b, 1) then return 0.8; end if;
  elsif short = 4 and pg_catalog.length(a) = 4 and pg_catalog.length(b) = 4 and app.letters_of(a) = app.letters_of(b) and pg_catalog.left(a, 1) = pg_catalog.left(b, 1) then
    return 0.8;
  end if;
  if public.dmetaphone(a) = public.dmetaphone(b) and pg_catalog.substring(form_a, '[aiu]') is not distinct from pg_catalog.substring(form_b, '[aiu]') and pg_catalog.left(a, 1) = pg_catalog.left(b, 1) and far <= 1 then return 0.8; end if;
  return 0;
end $$;
create function app.letters_of(word text) returns text language sql immutable set search_path = '' as $$
  select pg_catalog.string_agg(l, '' order by l) from pg_catalog.regexp_split_to_table(word, '') as l $$;

/*
 * What two names have in common. `kind`: same, every word of the shorter one is in the longer; one, the only word that one of them has; given, the first name under
 * another family name; family, the family name under another first name; none. `points` weigh what custom makes common. `way` says how: same, round, short, sound, slip.
 */
create type app.names_alike as (kind text, points double precision, way text, initials boolean);
create function app.names_alike(a public.repeat_keys, b public.repeat_keys) returns app.names_alike language plpgsql immutable set search_path = '' as $$
declare r app.names_alike; na integer := pg_catalog.cardinality(a.name_words); nb integer := pg_catalog.cardinality(b.name_words); i integer; j integer; best integer; level double precision; top double precision;
  taken boolean[] := pg_catalog.array_fill(false, array[greatest(nb, 1)]); pair integer[] := pg_catalog.array_fill(0, array[greatest(na, 1)]); matched integer := 0; spare_a double precision := 0; spare_b double precision := 0; lowest double precision := 1; weak_only boolean := true; weight double precision;
begin
  r.kind := 'none'; r.points := 0; r.initials := false;
  if na = 0 or nb = 0 then r.kind := 'unknown'; return r; end if;
  for i in 1..na loop
    best := 0; top := 0;
    for j in 1..nb loop
      if not taken[j] then
        level := app.words_alike(a.name_words[i], a.name_forms[i], a.name_groups[i], b.name_words[j], b.name_forms[j], b.name_groups[j]);
        if level > top then top := level; best := j; end if;
      end if;
    end loop;
    if top > 0 then
      taken[best] := true; pair[i] := best; matched := matched + 1; lowest := least(lowest, top);
      weight := least(a.name_weights[i], b.name_weights[best]);
      if weight > 0.25 then weak_only := false; end if;
      if top = 0.4 then r.initials := true; end if;
      r.points := r.points + 6 * weight * top * case when top < 0.9 and top > 0.4 then 0.9 else 1 end;
    else
      spare_a := spare_a + case when a.name_weights[i] > 0.25 then a.name_weights[i] else 0 end;
    end if;
  end loop;
  for j in 1..nb loop
    if not taken[j] and b.name_weights[j] > 0.25 then spare_b := spare_b + b.name_weights[j]; end if;
  end loop;
  if matched = 0 then return r; end if;
  r.way := case when lowest = 1 then case when na > 1 and nb > 1 and pair[1] > 1 and pair[na] > 0 and pair[na] < pair[1] then 'round' else 'same' end when lowest >= 0.95 then 'short' when lowest >= 0.9 then 'sound' when lowest = 0.4 then 'initial' else 'slip' end;
  if spare_a > 0 and spare_b > 0 then
    -- something on both sides that the other hasn't
    if weak_only then r.kind := 'none'; r.points := 0;
    elsif pair[1] = 1 and pair[na] = 0 then r.kind := 'given';
    elsif pair[1] = 0 and matched >= na - 1 and taken[1] is false then r.kind := 'family';
    elsif pair[1] > 0 then r.kind := 'given';
    else r.kind := 'family'; end if;
  elsif matched = 1 and least(na, nb) = 1 then
    r.kind := case when greatest(na, nb) = 1 or not weak_only then 'one' else 'none' end;
  elsif matched = 1 and na > 1 and nb > 1 then
    -- the other words are such as very many bear: Gurpreet Kaur and Gurpreet Singh Sandhu
    r.kind := case when weak_only then 'none' when pair[1] = 0 and taken[1] is false then 'family' else 'given' end;
  else
    r.kind := 'same';
  end if;
  return r;
end $$;

/* What two places have in common: dwelling, house (the same, a flat unknown on one side), flats (another flat of it), place (named or described alike), words (common words alone), street, none, unknown. */
create function app.places_alike(a public.repeat_keys, b public.repeat_keys) returns text language plpgsql stable set search_path = '' as $$
declare same_ward boolean := a.ward_id is null or b.ward_id is null or a.ward_id = b.ward_id; sure_ward boolean := a.ward_id is not null and a.ward_id = b.ward_id; street boolean := false; common double precision; own double precision; other double precision; postcodes text;
begin
  if a.house is null and a.street is null and a.postcode is null and pg_catalog.cardinality(a.place_marks) = 0 or b.house is null and b.street is null and b.postcode is null and pg_catalog.cardinality(b.place_marks) = 0 then return 'unknown'; end if;
  postcodes := case when a.postcode is null or b.postcode is null then 'unknown' when a.postcode = b.postcode then 'same' when public.levenshtein(a.postcode, b.postcode) <= 1 then 'near'
    when pg_catalog.left(a.postcode, -3) = pg_catalog.left(b.postcode, -3) then 'district' else 'other' end;
  if a.street is not null and b.street is not null then
    street := a.street = b.street or app.name_form(a.street) = app.name_form(b.street) or (pg_catalog.length(a.street) >= 6 and pg_catalog.length(b.street) >= 6 and public.levenshtein(a.street, b.street) <= case when pg_catalog.length(a.street) >= 9 then 2 else 1 end)
      or (pg_catalog.length(a.street) >= 5 and pg_catalog.length(a.street) = pg_catalog.length(b.street) and public.levenshtein(a.street, b.street) = 2 and app.letters_of(a.street) = app.letters_of(b.street)) or public.similarity(a.street, b.street) >= 0.7;
  end if;
  if postcodes = 'other' or (postcodes = 'unknown' and not same_ward) then return 'none'; end if;
  if a.house is not null and b.house is not null then
    if a.house = b.house and (street or (postcodes in ('same', 'near') and (a.street is null or b.street is null))) then
      return case when a.unit is not distinct from b.unit then 'dwelling' when a.unit is null or b.unit is null then 'house' else 'flats' end;
    end if;
    return case when street then 'street' else 'none' end;
  end if;
  common := coalesce((select sum(coalesce(w.weight, 1)) from (select pg_catalog.unnest(a.place_marks) intersect select pg_catalog.unnest(b.place_marks)) as c(mark)
    left join (select stands_for, min(weight) as weight from app.place_words group by 1) w on w.stands_for = c.mark), 0);
  if common < 1 then
    -- the same word, slipped or heard otherwise
    common := common + coalesce((select count(*) from pg_catalog.unnest(a.place_marks) x cross join pg_catalog.unnest(b.place_marks) y where x <> y and pg_catalog.length(x) >= 5 and pg_catalog.length(y) >= 5
      and not exists (select 1 from app.place_words w where w.stands_for in (x, y)) and (app.name_form(x) = app.name_form(y) or public.levenshtein(x, y) <= 1)), 0);
  end if;
  if street and a.house is null and b.house is null and (pg_catalog.cardinality(a.place_marks) = 0 or pg_catalog.cardinality(b.place_marks) = 0 or common >= 0.3) then return 'place'; end if;
  if street then return 'street'; end if;
  if a.street is not null and b.street is not null and not street then return case when common >= 2 then 'place' else 'none' end; end if;
  if common >= 1 and same_ward then
    -- what is said of one and not of the other counts against it
    select coalesce(sum(case when w.weight is null then 1 else 0 end) filter (where m.side = 'a'), 0), coalesce(sum(case when w.weight is null then 1 else 0 end) filter (where m.side = 'b'), 0) into own, other
      from (select 'a' as side, x as mark from pg_catalog.unnest(a.place_marks) x where x <> all(b.place_marks) union all select 'b', y from pg_catalog.unnest(b.place_marks) y where y <> all(a.place_marks)) m
        left join (select stands_for, min(weight) as weight from app.place_words group by 1) w on w.stands_for = m.mark;
    return case when own >= 1 and other >= 1 and common < 2 then case when sure_ward then 'words' else 'none' end else 'place' end;
  end if;
  return case when common >= 0.4 and sure_ward then 'words' else 'none' end;
end $$;

/* How two dates of birth stand to one another: same, round (day and month changed), slip (one figure off, or two figures changed round), month, other, generation, unknown. */
create function app.births_alike(a date, b date) returns text language plpgsql immutable set search_path = '' as $$
declare x text := pg_catalog.to_char(a, 'YYYYMMDD'); y text := pg_catalog.to_char(b, 'YYYYMMDD'); far integer := 0; first integer; last integer; i integer;
begin
  if a is null or b is null then return 'unknown'; end if;
  if a = b then return 'same'; end if;
  if app.turned_round(a) = b then return 'round'; end if;
  for i in 1..8 loop
    if pg_catalog.substr(x, i, 1) <> pg_catalog.substr(y, i, 1) then far := far + 1; first := coalesce(first, i); last := i; end if;
  end loop;
  if far = 1 or (far = 2 and last = first + 1 and pg_catalog.substr(x, first, 1) = pg_catalog.substr(y, last, 1) and pg_catalog.substr(x, last, 1) = pg_catalog.substr(y, first, 1)) then
    return case when abs(a - b) > 365 * 15 then 'generation' else 'slip' end;
  end if;
  return case when pg_catalog.left(x, 6) = pg_catalog.left(y, 6) then 'month' when abs(a - b) > 365 * 12 then 'generation' else 'other' end;
end $$;

/* The whole: how sure (0 nothing, 1 slight, 2 may be the same, 3 probably the same), why, and how many kinds of evidence speak for it. */
create type app.likeness as (sure integer, why text[], kinds integer, person integer, spot integer);
create function app.weigh(a public.repeat_keys, b public.repeat_keys) returns app.likeness language plpgsql stable set search_path = '' as $$
declare r app.likeness; n app.names_alike; born text; place text; points double precision := 0; person integer := 0; spot integer := 0; shared boolean;
begin
  r.sure := 0; r.why := '{}'; r.kinds := 0;
  n := app.names_alike(a, b);
  born := app.births_alike(a.born_on, b.born_on);
  place := app.places_alike(a, b);
  shared := a.ward_id = b.ward_id and a.patterns && b.patterns;
  if a.party_kind = 'person' and b.party_kind = 'person' then
    points := case n.kind when 'same' then n.points when 'one' then n.points * 0.8 when 'given' then n.points - 3 when 'family' then -100 when 'none' then case when born in ('same', 'round') and place = 'dwelling' then -8 else -100 end else 0 end
      + case born when 'same' then case when extract(day from a.born_on) = 1 and extract(month from a.born_on) = 1 then 4 else 10 end when 'round' then 7 when 'slip' then 5 when 'month' then 1 when 'other' then -8 when 'generation' then -14 else 0 end
      + case place when 'dwelling' then 7 when 'house' then 4 when 'flats' then 1 when 'place' then 3 when 'street' then 2 else 0 end;
    person := case when points >= 15 then 3 when points >= 9.5 then 2 when points >= 6.9 then 1 else 0 end;
    -- a name that many bear, or an initial, is never enough by itself
    if born = 'unknown' and place in ('unknown', 'none', 'street', 'flats', 'words') then person := least(person, case when n.points >= 9.5 and not n.initials then 2 else 1 end); end if;
    if n.kind = 'unknown' and not (born in ('same', 'round') and place in ('dwelling', 'house')) then person := 0; end if;
    if person > 0 then
      if n.kind in ('same', 'one') then r.why := r.why || ('name_' || n.way); r.kinds := r.kinds + 1; elsif n.kind = 'given' then r.why := r.why || 'name_given'::text; r.kinds := r.kinds + 1; end if;
      if born in ('same', 'round', 'slip') then r.why := r.why || ('born_' || born); r.kinds := r.kinds + 1; end if;
    end if;
  end if;
  spot := case place when 'dwelling' then 3 when 'place' then 2 when 'house' then 2 when 'flats' then 1 when 'words' then 1 else 0 end;
  if spot > 0 then r.why := r.why || ('place_' || place); end if;
  if spot > 1 then r.kinds := r.kinds + 1; end if;
  if shared then r.why := r.why || 'pattern'::text; if person > 1 or spot > 1 then r.kinds := r.kinds + 1; end if; end if;
  r.sure := greatest(person, spot, case when shared then 1 else 0 end);
  r.person := person; r.spot := spot;
  return r;
end $$;
-- 5. Finding.
/* The records like this one, of the same partnership, the surest first. For functions alone: it knows no reader. */
create function app.similar_records(of_partnership uuid, of_source public.repeat_source, of_id uuid) returns table (source public.repeat_source, source_id uuid, sure integer, why text[], kinds integer, person integer, spot integer)
language plpgsql stable security definer set search_path = '' set pg_trgm.similarity_threshold = 0.5 as $$
begin
  return query
    with alike as materialized (
      select f.* from public.repeat_keys m cross join lateral app.similar_rows(m) f where m.partnership_id = of_partnership and m.source = of_source and m.source_id = of_id)
    select a.source, a.source_id, max(a.sure), array(select distinct w from alike b cross join pg_catalog.unnest(b.why) as w where b.source = a.source and b.source_id = a.source_id order by w), max(a.kinds), max(a.person), max(a.spot)
    from alike a group by a.source, a.source_id order by max(a.sure) desc, max(a.kinds) desc, max(a.noted_on) desc, a.source_id limit 50;
end $$;
create function app.similar_rows(k public.repeat_keys) returns table (source public.repeat_source, source_id uuid, noted_on date, sure integer, why text[], kinds integer, person integer, spot integer)
language plpgsql stable security definer set search_path = '' set pg_trgm.similarity_threshold = 0.5 set enable_seqscan = off set jit = off as $$
begin
  -- by its indexes whatever the statistics say: what it costs tells nothing of what there is
  return query
    select o.source, o.source_id, o.noted_on, l.sure, l.why, l.kinds, l.person, l.spot from public.repeat_keys o cross join lateral app.weigh(k, o) l
    where o.partnership_id = k.partnership_id and o.found and (o.source, o.source_id) is distinct from (k.source, k.source_id)
      and (o.codes && k.codes or o.name_said operator(public.%) k.name_said or o.place_said operator(public.%) k.place_said) and l.sure > 0;
end $$;

-- 6. In step with what they are made of.
/* A case: its people and places, and the ward and pattern that its nameless twin tells. An address that is withheld is no key: finding by it would tell it. */
create function app.key_case(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare k public.repeat_keys; c record; s record;
begin
  delete from public.repeat_keys r where r.source = 'case' and r.source_id = wanted and r.partnership_id = (select x.partnership_id from public.cases x where x.id = wanted);
  select x.id, x.partnership_id, x.forum_id, x.opened_on, t.ward_id, t.title, t.summary into c from public.cases x join public.case_twins t on t.partnership_id = x.partnership_id and t.case_id = x.id where x.id = wanted;
  if not found then return; end if;
  k.partnership_id := c.partnership_id; k.source := 'case'; k.source_id := c.id; k.found := true; k.forum_id := c.forum_id; k.noted_on := c.opened_on; k.ward_id := c.ward_id;
  k.patterns := app.patterns_in(c.title || ' ' || c.summary);
  k.party_id := c.id; k.party_kind := 'record';
  insert into public.repeat_keys select n.* from app.make_repeat_key(k, null, null) n;
  for s in select b.id, b.role, p.name, p.born_on, p.address from public.case_subjects b join public.protected_particulars p on p.partnership_id = b.partnership_id and p.subject_id = b.id
      where b.partnership_id = c.partnership_id and b.case_id = c.id and (p.name is not null or p.born_on is not null or p.address is not null) loop
    k.party_id := s.id;
    k.party_kind := case when s.role in ('victim', 'perpetrator') then 'person' else 'place' end::public.repeat_party;
    k.born_on := case when k.party_kind = 'person' then s.born_on end;
    insert into public.repeat_keys select n.* from app.make_repeat_key(k, case when k.party_kind = 'person' then s.name end, case when k.party_kind = 'person' then s.address else pg_catalog.concat_ws(', ', s.name, s.address) end) n;
  end loop;
end $$;
create function app.keep_case_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.key_case(case when tg_op = 'DELETE' then old.case_id else new.case_id end);
  return null;
end $$;
create trigger keyed after insert or update or delete on public.protected_particulars for each row execute function app.keep_case_keys();
create trigger keyed after insert or update on public.case_twins for each row execute function app.keep_case_keys();
create trigger keyed after update of role on public.case_subjects for each row execute function app.keep_case_keys();
select app.key_case(c.id) from public.cases c;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in (
      'plain', 'name_words', 'name_form', 'turned_round', 'unit_of', 'read_place', 'patterns_in', 'repeat_codes', 'make_repeat_key', 'words_alike', 'letters_of', 'names_alike', 'places_alike', 'births_alike', 'weigh',
      'similar_records', 'similar_rows', 'key_case', 'keep_case_keys') loop
    -- none of them is the application's to call: what it may ask, it asks by a function that knows who asks
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
