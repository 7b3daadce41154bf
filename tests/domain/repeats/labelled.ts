/**
 * Pairs of people, places and patterns of which it is known whether they are the same, made from a seed: what the matching is measured by.
 * The forms are what the field writes down; the hard negatives are those who look alike and aren't.
 */
export type Party = { kind: "person" | "place" | "record"; name?: string; bornOn?: string; place?: string; ward: number; patterns?: string };
export type Pair = { category: string; about: "person" | "place" | "pattern"; same: boolean; a: Party; b: Party };

export function labelledPairs(seed = 19): Pair[] {
  const random = mulberry(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (p: number) => random() < p;
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pairs: Pair[] = [];

  const born = () => `${number(1940, 2008)}-${String(number(1, 12)).padStart(2, "0")}-${String(number(1, 28)).padStart(2, "0")}`;
  const otherThan = <T>(one: T, from: () => T): T => {
    for (;;) {
      const found = from();
      if (found !== one) return found;
    }
  };
  const postcode = () => `HF${number(1, 9)} ${number(1, 9)}${pick(letters)}${pick(letters)}`;
  const street = () => `${pick(streetNames)} ${pick(kinds)[0]}`;
  const address = () => ({ flat: 0, house: number(1, 180), street: street(), postcode: postcode() });
  const written = (at: { flat: number; house: number; street: string; postcode: string }, withPostcode = chance(0.6)) => `${at.flat ? `Flat ${at.flat}, ` : ""}${at.house} ${at.street}${withPostcode ? `, ${at.postcode}` : ""}`;
  const abbreviated = (said: string) => said.replace(/ (\w+)(?=,|$)/, (whole, kind: string) => ` ${kinds.find(([long]) => long === kind)?.[1] ?? kind}`);
  const person = (name: string, over: Partial<Party> = {}): Party => ({ kind: "person", name, ward: 0, ...over });
  const add = (category: string, about: Pair["about"], same: boolean, a: Party, b: Party) => void pairs.push(chance(0.5) ? { category, about, same, a, b } : { category, about, same, a: b, b: a });

  /** What else is known of somebody: their date of birth, their address, or both; to both services alike. */
  const known = (): Partial<Party> => {
    const which = random();
    const at = address();
    return { ...(which < 0.7 ? { bornOn: born() } : {}), ...(which > 0.45 ? { place: written(at) } : {}) };
  };
  /** Somebody else: of another date of birth, elsewhere. */
  const known2 = (): [Partial<Party>, Partial<Party>] => [
    { bornOn: born(), ...(chance(0.6) ? { place: written(address()) } : {}) },
    { bornOn: born(), ...(chance(0.6) ? { place: written(address()) } : {}) },
  ];

  const spelt = (category: string, names: readonly (readonly [string, string])[], others: readonly (readonly [string, string])[], families: readonly (readonly [string, string])[], many = 16) => {
    for (let n = 0; n < many; n += 1) {
      const [given, otherGiven] = pick(names);
      const [family, otherFamily] = pick(families);
      const also = known();
      add(category, "person", true, person(`${given} ${family}`, also), person(`${otherGiven} ${otherFamily}`, also));
    }
    for (let n = 0; n < many; n += 1) {
      // brothers and sisters at one address, born on different days, and strangers of one family name
      const [given, otherGiven] = pick(others);
      const [family] = pick(families);
      const place = written(address());
      if (chance(0.5)) add(category, "person", false, person(`${given} ${family}`, { bornOn: born(), place }), person(`${otherGiven} ${family}`, { bornOn: born(), place }));
      else {
        const [a, b] = known2();
        add(category, "person", false, person(`${given} ${family}`, a), person(`${otherGiven} ${family}`, b));
      }
    }
  };

  spelt("Short forms of names", shortForms, [["William", "Walter"], ["Margaret", "Marion"], ["Robert", "Roger"], ["Elizabeth", "Elaine"], ["Anthony", "Andrew"], ["Patricia", "Pauline"], ["Christopher", "Charles"]], twice(plainFamilies), 20);
  spelt("Polish", polishGiven, [["Katarzyna", "Karolina"], ["Piotr", "Paweł"], ["Tomasz", "Tadeusz"], ["Agnieszka", "Anna"], ["Michał", "Mateusz"], ["Ewa", "Ela"]], polishFamilies, 20);
  spelt("Punjabi", punjabiGiven, [["Gurpreet", "Manpreet"], ["Harjinder", "Parminder"], ["Jaswinder", "Kulwinder"], ["Harpreet", "Gurpreet"], ["Amarjit", "Manjit"], ["Sukhdev", "Baldev"], ["Rajinder", "Satinder"]], punjabiFamilies, 24);
  spelt("Urdu", urduGiven, [["Hassan", "Hussain"], ["Aisha", "Asma"], ["Imran", "Irfan"], ["Farhan", "Farooq"], ["Nasreen", "Nazia"], ["Mohammed Bilal", "Mohammed Adnan"], ["Tariq", "Tahir"]], urduFamilies, 24);
  spelt("Irish", irishGiven, [["Siobhán", "Sinéad"], ["Seán", "Séamus"], ["Niamh", "Nuala"], ["Conor", "Cormac"], ["Pádraig", "Peadar"]], irishFamilies, 18);
  spelt("Welsh", welshGiven, [["Rhys", "Rhodri"], ["Llewelyn", "Lloyd"], ["Dafydd", "Dewi"], ["Siân", "Seren"], ["Gwilym", "Gwyn"]], welshFamilies, 18);

  for (let n = 0; n < 20; n += 1) {
    const [given, family] = [pick(longGiven), pick(longFamilies)];
    const also = known();
    const slipped = chance(0.5) ? `${swapped(given, random)} ${family}` : `${given} ${swapped(family, random)}`;
    add("Letters changed round", "person", true, person(`${given} ${family}`, also), person(slipped, also));
    const [a, b] = known2();
    const [one, other] = pick([["Jason", "Mason"], ["Harry", "Barry"], ["Karen", "Darren"], ["Kelly", "Nelly"], ["Maria", "Mario"], ["Paul", "Paula"], ["Daniel", "Danielle"], ["Carl", "Carla"]] as const);
    add("Letters changed round", "person", false, person(`${one} ${family}`, a), person(`${other} ${family}`, b));
  }
  for (let n = 0; n < 24; n += 1) {
    const [given, short] = pick(shortForms);
    const family = pick([...longFamilies, ...plainFamilies]);
    const date = born();
    const place = written(address());
    add("Two or three slips at once", "person", true, person(`${given} ${family}`, { bornOn: date, ...(chance(0.5) ? { place } : {}) }), person(`${short} ${swapped(family, random)}`, { bornOn: chance(0.5) ? oneOff(date, random) : date, ...(chance(0.3) ? { place: abbreviated(place) } : {}) }));
    const [cousin, other] = pick([["Stephen", "Stephanie"], ["Christine", "Christopher"], ["Patrick", "Patricia"], ["Alexander", "Alexandra"], ["Josephine", "Joseph"]] as const);
    add("Two or three slips at once", "person", false, person(`${cousin} ${family}`, { bornOn: date, place }), person(`${other} ${swapped(family, random)}`, { bornOn: unlike(date, born), place }));
  }
  for (let n = 0; n < 20; n += 1) {
    const [given, short] = pick(unlisted);
    const family = pick([...longFamilies, "Zieliński", "Sandhu", "Qureshi", "Ó Briain", "Pryce"]);
    const also = known();
    add("Forms that no list holds", "person", true, person(`${given} ${family}`, also), person(`${short} ${family}`, also));
    const [a, b] = known2();
    add("Forms that no list holds", "person", false, person(`${given} ${family}`, a), person(`${otherThan(short, () => pick(unlisted)[1])} ${family}`, b));
  }
  for (let n = 0; n < 16; n += 1) {
    const [given, family] = [pick(longGiven), pick(longFamilies)];
    const also = known();
    add("Name turned round", "person", true, person(`${given} ${family}`, also), person(chance(0.5) ? `${family}, ${given}` : `${family.toUpperCase()} ${given}`, also));
    const [a, b] = known2();
    add("Name turned round", "person", false, person(`James ${pick(["Thomas", "Scott", "Martin"])}`, a), person(`${pick(["Thomas", "Scott", "Martin"])} ${pick(plainFamilies)}`, b));
  }
  for (let n = 0; n < 20; n += 1) {
    const name = chance(0.5) ? `${pick(longGiven)} ${pick(longFamilies)}` : `${pick(commonGiven)} ${pick(commonFamilies)}`;
    const [year, month, day] = [number(1940, 2008), number(1, 12), number(1, 12)];
    const day2 = day === month ? (day % 12) + 1 : day;
    const two = (n: number) => String(n).padStart(2, "0");
    add("Day and month changed round", "person", true, person(name, { bornOn: `${year}-${two(month)}-${two(day2)}` }), person(name, { bornOn: `${year}-${two(day2)}-${two(month)}` }));
    const [first, second] = pick([["Emma", "Ella"], ["Jack", "Jake"], ["Callum", "Connor"], ["Chloe", "Zoe"], ["Lewis", "Logan"]] as const);
    const family = pick(commonFamilies);
    add("Day and month changed round", "person", false, person(`${first} ${family}`, { bornOn: `${year}-${two(month)}-${two(day2)}` }), person(`${second} ${family}`, { bornOn: `${year}-${two(day2)}-${two(month)}` }));
  }
  for (let n = 0; n < 20; n += 1) {
    const name = chance(0.6) ? `${pick(longGiven)} ${pick(longFamilies)}` : `${pick(commonGiven)} ${pick(commonFamilies)}`;
    const date = born();
    add("One figure of the date off", "person", true, person(name, { bornOn: date }), person(name, { bornOn: oneOff(date, random) }));
    const common = `${pick(commonGiven)} ${pick(commonFamilies)}`;
    add("One figure of the date off", "person", false, person(common, { bornOn: date }), person(common, { bornOn: unlike(date, born) }));
  }
  for (let n = 0; n < 16; n += 1) {
    const given = pick(commonGiven);
    const date = born();
    const place = written(address());
    add("Another family name", "person", true, person(`${given} ${pick(longFamilies)}`, { bornOn: date, ...(chance(0.6) ? { place } : {}) }), person(`${given} ${pick(plainFamilies)}`, { bornOn: date, ...(chance(0.6) ? { place } : {}) }));
    add("Another family name", "person", false, person(`${given} ${pick(longFamilies)}`, { bornOn: date, place }), person(`${given} ${pick(plainFamilies)}`, { bornOn: unlike(date, born), place: written(address()) }));
  }
  for (let n = 0; n < 16; n += 1) {
    const [given, other] = pick(shortForms);
    const at = { ...address(), flat: number(1, 9) };
    add("Only a first name, at an address", "person", true, person(`${given} ${pick(plainFamilies)}`, { place: written(at, true), bornOn: born() }), person(chance(0.5) ? given : other, { place: written(at, true) }));
    add("Only a first name, at an address", "person", false, person(`${given} ${pick(plainFamilies)}`, { place: written(at, true) }), person(otherThan(given, () => pick(["Duncan", "Wendy", "Clive", "Trevor"])), { place: written(at, true) }));
  }
  for (let n = 0; n < 24; n += 1) {
    // twins: one family name, one address, one date of birth
    const [first, second] = pick([["Emma", "Emily"], ["Hassan", "Hussain"], ["Jack", "Josh"], ["Harpreet", "Gurpreet"], ["Daniel", "Danielle"], ["Zofia", "Zuzanna"], ["Aoife", "Ava"], ["Callum", "Calvin"], ["Maria", "Magda"], ["Leon", "Leo"], ["Amy", "Anna"], ["Rhys", "Ryan"]] as const);
    const family = pick([...plainFamilies, "Singh", "Khan", "Kowalska", "Ó Briain"]);
    const also = { bornOn: born(), place: written(address()) };
    add("Twins", "person", false, person(`${first} ${family}`, also), person(`${second} ${family}`, also));
    add("Twins", "person", true, person(`${first} ${family}`, also), person(`${first} ${family}`, { bornOn: also.bornOn, ...(chance(0.5) ? { place: abbreviated(also.place) } : {}) }));
  }
  for (let n = 0; n < 16; n += 1) {
    // father and son of one name at one address
    const name = `${pick(commonGiven)} ${pick([...plainFamilies, ...commonFamilies])}`;
    const place = written(address());
    const year = number(1945, 1975);
    const rest = `-${String(number(1, 12)).padStart(2, "0")}-${String(number(1, 28)).padStart(2, "0")}`;
    const other = `-${String(number(1, 12)).padStart(2, "0")}-${String(number(1, 28)).padStart(2, "0")}`;
    add("Father and son", "person", false, person(name, { bornOn: `${year}${rest}`, place }), person(name, { bornOn: `${year + number(19, 34)}${other}`, place }));
    add("Father and son", "person", true, person(name, { bornOn: `${year}${rest}`, place }), person(name, { place: abbreviated(place) }));
  }
  for (let n = 0; n < 24; n += 1) {
    const name = `${pick(commonGiven)} ${pick(commonFamilies)}`;
    const date = born();
    add("Common names", "person", false, person(name, { bornOn: date, ...(chance(0.5) ? { place: written(address()) } : {}) }), person(name, { bornOn: unlike(date, born), ...(chance(0.5) ? { place: written(address()) } : {}) }));
    add("Common names", "person", false, person(name, { place: written(address(), true) }), person(name, { place: written(address(), true) }));
    add("Common names", "person", true, person(name, { bornOn: date }), person(name, { bornOn: date, place: written(address()) }));
  }
  for (let n = 0; n < 20; n += 1) {
    const [a, b] = known2();
    add("Strangers", "person", false, person(`${pick(longGiven)} ${pick(plainFamilies)}`, a), person(`${pick(commonGiven)} ${pick(longFamilies)}`, { ...b, place: written(address()) }));
  }

  for (let n = 0; n < 30; n += 1) {
    const at = { ...address(), flat: number(1, 12) };
    const letter = String.fromCharCode(64 + at.flat);
    const forms = [`Flat ${at.flat}, ${at.house} ${at.street}`, `Flat ${letter}, ${at.house} ${at.street}`, `${at.house}${letter} ${abbreviated(at.street)}`, `${at.flat}/${at.house} ${at.street}`, `Apt ${at.flat}, ${at.house} ${abbreviated(at.street)}`, `flat ${at.flat} ${at.house} ${at.street.toLowerCase()}`];
    const first = pick(forms);
    add("Flats", "place", true, { kind: "place", place: first, ward: 0 }, { kind: "place", place: otherThan(first, () => pick(forms)), ward: 0 });
    const beside = { ...at, flat: at.flat === 12 ? 1 : at.flat + 1 };
    add("Flats", "place", false, { kind: "place", place: pick(forms), ward: 0 }, { kind: "place", place: pick([written(beside), `${beside.house}${String.fromCharCode(64 + beside.flat)} ${beside.street}`]), ward: 0 });
  }
  for (let n = 0; n < 24; n += 1) {
    const at = address();
    add("Abbreviations and spellings of streets", "place", true, { kind: "place", place: written(at), ward: 0 }, { kind: "place", place: pick([abbreviated(written(at, false)), written(at, true).toUpperCase(), `No. ${at.house}, ${at.street}`, `${at.house} ${swapped(at.street.split(" ")[0] ?? "", random)} ${at.street.split(" ")[1]}, ${at.postcode}`, `${at.house}, ${abbreviated(at.street)}, ${at.postcode.replace(" ", "").toLowerCase()}`]), ward: 0 });
    const other = pick([{ ...at, house: at.house + 2 }, { ...at, street: `${otherThan(at.street.split(" ")[0], () => pick(streetNames))} Road`, postcode: postcode() }, { ...at, postcode: `LS${number(1, 9)} ${number(1, 9)}AB` }]);
    add("Abbreviations and spellings of streets", "place", false, { kind: "place", place: written(at, true), ward: 0 }, { kind: "place", place: written(other, true), ward: 0 });
  }
  for (let n = 0; n < 30; n += 1) {
    const [first, second] = pick(described);
    const ward = number(0, 3);
    const at = street();
    add("Places as described", "place", true, { kind: "place", place: first.replace("STREET", at), ward }, { kind: "place", place: second.replace("STREET", chance(0.5) ? at : abbreviated(at)), ward });
    const [unlike1] = pick(described);
    const [, unlike2] = otherThan(described.find(([one]) => one === unlike1) ?? described[0], () => pick(described)) ?? ["", ""];
    const elsewhere = street();
    add("Places as described", "place", false, { kind: "place", place: unlike1.replace("STREET", at), ward }, { kind: "place", place: (unlike2 ?? "").replace("STREET", otherThan(at, () => elsewhere === at ? street() : elsewhere)), ward: chance(0.4) ? ward : (ward + 1) % 4 });
  }
  for (let n = 0; n < 24; n += 1) {
    const [first, second] = pick(patterns);
    const ward = number(0, 3);
    add("The same pattern", "pattern", true, { kind: "record", patterns: first, ward }, { kind: "record", patterns: second, ward });
    const other = otherThan(patterns.find(([one]) => one === first), () => pick(patterns));
    if (chance(0.5)) add("The same pattern", "pattern", false, { kind: "record", patterns: first, ward }, { kind: "record", patterns: second, ward: (ward + 1) % 4 });
    else add("The same pattern", "pattern", false, { kind: "record", patterns: first, ward }, { kind: "record", patterns: other?.[1] ?? "", ward });
  }
  return pairs;
}

const letters = [..."ABDEFGHJLNPQRSTUWXYZ"];
const twice = (names: readonly string[]) => names.map((name) => [name, name] as const);
const streetNames = ["Kimber", "Tollgate", "Birchfield", "Albany", "Cawthorne", "Denby", "Foundry", "Gladstone", "Hartley", "Ingram", "Jubilee", "Kestrel", "Lansdowne", "Meadowcroft", "Northgate", "Oakfield", "Priory", "Queensway", "Ravensworth", "Saville", "Thornhill", "Underhill", "Vernon", "Wellington"];
const kinds = [["Road", "Rd"], ["Street", "St"], ["Avenue", "Ave"], ["Close", "Cl"], ["Lane", "Ln"], ["Drive", "Dr"], ["Crescent", "Cres"], ["Gardens", "Gdns"], ["Terrace", "Terr"], ["Court", "Ct"]] as const;
const shortForms = [["William", "Bill"], ["Robert", "Bobby"], ["Elizabeth", "Liz"], ["Elizabeth", "Betty"], ["Margaret", "Peggy"], ["Richard", "Dick"], ["Anthony", "Tony"], ["Christopher", "Chris"], ["Patricia", "Trish"], ["Theodore", "Ted"], ["Katherine", "Kate"], ["Alexander", "Sandy"], ["Jacqueline", "Jackie"], ["Edward", "Ned"], ["Michael", "Mick"], ["Deborah", "Debs"], ["Frederick", "Fred"], ["Samantha", "Sam"], ["Dorothy", "Dot"], ["Henry", "Harry"], ["Terence", "Tel"], ["Joshua", "Josh"], ["Abigail", "Abby"], ["Nathaniel", "Nate"], ["Barnaby", "Barney"]] as const;
const plainFamilies = ["Ackroyd", "Bickerstaffe", "Clegg", "Dyson", "Earnshaw", "Fothergill", "Greenhalgh", "Hebblethwaite", "Illingworth", "Jagger", "Kershaw", "Lumb", "Micklethwaite", "Noble", "Ogden", "Pickles", "Ramsbottom", "Sutcliffe", "Tattersall", "Uttley"];
const longFamilies = ["Barraclough", "Butterworth", "Crowther", "Fairclough", "Hargreaves", "Holdsworth", "Longbottom", "Schofield", "Shackleton", "Wolstenholme"];
const longGiven = ["Jonathan", "Rebecca", "Dominic", "Vanessa", "Gareth", "Bethany", "Marcus", "Natalie", "Leonard", "Harriet", "Stewart", "Yolanda", "Winston", "Clement"];
const commonGiven = ["John", "David", "Sarah", "Susan", "Paul", "James", "Emma", "Karen", "Michael", "Lee", "Thomas", "Jack"];
const commonFamilies = ["Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Evans", "Wright", "Walker", "Robinson"];
/** Short forms and spellings that the matching was told nothing of. */
const unlisted = [["Barnaby", "Barney"], ["Tadeusz", "Tadek"], ["Wilhelmina", "Mina"], ["Harmanpreet", "Harman"], ["Sukhjinder", "Sukhi"], ["Mehwish", "Mahwish"], ["Caoimhe", "Keeva"], ["Angharad", "Hari"], ["Myfanwy", "Myf"], ["Leszek", "Lech"], ["Ghulam", "Gulam"], ["Zeeshan", "Zishan"], ["Bronisław", "Bronek"], ["Araminta", "Minty"], ["Saoirse", "Seersha"]] as const;
const polishGiven = [["Katarzyna", "Kasia"], ["Małgorzata", "Gosia"], ["Agnieszka", "Aga"], ["Wojciech", "Wojtek"], ["Krzysztof", "Krzystof"], ["Zbigniew", "Zbigniev"], ["Paweł", "Pawel"], ["Michał", "Michal"], ["Łukasz", "Lukas"], ["Tomasz", "Tomek"], ["Grzegorz", "Gregorz"], ["Stanisław", "Stanislav"], ["Jarosław", "Jaroslaw"]] as const;
const polishFamilies = [["Kowalska", "Kowalski"], ["Nowicki", "Nowicka"], ["Wiśniewska", "Wisniewski"], ["Zieliński", "Zielinski"], ["Dąbrowska", "Dabrowska"], ["Wójcik", "Wojcik"], ["Szymańska", "Szymanski"], ["Lewandowska", "Lewandovska"], ["Kaczmarek", "Kaczmarek"], ["Grabowski", "Grabovsky"]] as const;
const punjabiGiven = [["Gurpreet", "Gurprit"], ["Jaswinder", "Jasvinder"], ["Harjinder", "Harjindar"], ["Manjit", "Manjeet"], ["Sukhwinder", "Sukhvinder"], ["Kulwinder", "Kulvinder"], ["Parminder", "Paramjinder"], ["Surjit", "Surjeet"], ["Baldev", "Baldeve"], ["Amarjit", "Amarjeet"], ["Rajinder", "Rajindar"], ["Balwinder", "Balvindar"], ["Satnam", "Sutnam"]] as const;
const punjabiFamilies = [["Singh", "Singh"], ["Kaur", "Kaur"], ["Kaur Sandhu", "Sandhu"], ["Singh Gill", "Gill"], ["Singh", "Sing"], ["Kaur Dhillon", "Dhilon"], ["Singh Sidhu", "Siddhu"]] as const;
const urduGiven = [["Mohammed Imran", "Muhammad Imran"], ["Mohd Tariq", "Mohammad Tariq"], ["Muhammad Asif", "Asif"], ["Aisha", "Ayesha"], ["Yusuf", "Yousaf"], ["Zainab", "Zaynab"], ["Khadija", "Khadeeja"], ["Nadeem", "Nadim"], ["Rukhsana", "Ruksana"], ["Shaheen", "Shahin"], ["Iqbal", "Ikbal"], ["Waseem", "Wasim"], ["Farooq", "Faruk"], ["Parveen", "Parvin"], ["Zubair", "Zubayr"]] as const;
const urduFamilies = [["Hussain", "Hussein"], ["Ahmed", "Ahmad"], ["Khan", "Khan"], ["Begum", "Begam"], ["Qureshi", "Quraishi"], ["Chaudhry", "Choudhury"], ["Akhtar", "Akhter"], ["Mahmood", "Mehmood"], ["Sheikh", "Shaikh"], ["Bibi", "Bibi"]] as const;
const irishGiven = [["Siobhán", "Siobhan"], ["Pádraig", "Patrick"], ["Seán", "Shaun"], ["Niamh", "Neve"], ["Bríd", "Bridget"], ["Michael", "Mícheál"], ["Conor", "Connor"], ["Bernadette", "Bernie"]] as const;
const irishFamilies = [["Ó Briain", "O'Brien"], ["O'Connor", "OConnor"], ["O'Sullivan", "O Sullivan"], ["Mac Donagh", "McDonagh"], ["MacCarthy", "McCarthy"], ["O’Neill", "O'Neil"], ["Doherty", "Docherty"], ["Kavanagh", "Cavanagh"], ["Keane", "Kean"]] as const;
const welshGiven = [["Rhys", "Rees"], ["Llewelyn", "Llewellyn"], ["Siân", "Sian"], ["Dafydd", "David"], ["Owain", "Owen"], ["Ieuan", "Ieuan"], ["Catrin", "Katrin"], ["Gwilym", "Gwilim"], ["Mair", "Mair"]] as const;
const welshFamilies = [["ap Rhys", "Rhys"], ["Llewelyn", "Llewellyn"], ["Gruffydd", "Griffith"], ["Pryce", "Price"], ["ab Owen", "Owen"], ["Powell", "Powel"], ["Cadwaladr", "Cadwallader"], ["Bŵen", "Bwen"], ["Prŷs", "Prys"]] as const;
const described: readonly (readonly [string, string])[] = [
  ["Flat above the bookies, STREET", "above the betting shop on STREET"], ["Kimber Park", "Kimber Pk, by the swings"], ["behind the chippy on STREET", "alley behind the chip shop, STREET"], ["St Mary's Church", "St Marys church yard"],
  ["garages off STREET", "STREET lock-ups"], ["the rec at Birkley Wood", "Birkley Wood recreation ground"], ["Fenwick Vale Academy gates", "outside Fenwick Vale Academy"], ["bus station, Marketgate", "Marketgate interchange"],
  ["Old Foundry canal towpath", "towpath by the old foundry"], ["The Tollgate pub", "Tollgate Inn"], ["Ravensworth House", "Ravensworth Hse"], ["Priory Shopping Parade", "shops on the Priory parade"], ["Jubilee Library steps", "outside Jubilee library"],
  ["Lidl car park, STREET", "supermarket car park on STREET"], ["Hartley Community Centre", "Hartley community hub"],
];
const patterns: readonly (readonly [string, string])[] = [
  ["Off-road motorcycles on open land", "motorbikes tearing round at weekends"], ["Suspected takeover of a home", "vulnerable tenant being cuckooed"], ["Loud music until four in the morning", "noise at night from one address"],
  ["Neighbour threatening an older resident", "threats and intimidation over the fence"], ["Drug dealing by the garages", "needles found, dealing seen"], ["Bins set on fire", "arson and bonfires"],
  ["Fly-tipping behind the shops", "rubbish dumped each week"], ["Graffiti and smashed windows", "vandalism"], ["Cars racing at night", "boy racers speeding round the ring road"], ["Street drinkers shouting", "drunk people in the precinct"],
];

function mulberry(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
/** Two letters inside it changed round, never the first. */
function swapped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 3));
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
/** One figure of a date other than it was, in its day or the last of its year. */
function oneOff(date: string, random: () => number): string {
  for (;;) {
    const place = [3, 6, 8, 9][Math.floor(random() * 4)] ?? 9;
    const found = date.slice(0, place) + String(Math.floor(random() * 10)) + date.slice(place + 1);
    if (found !== date && !Number.isNaN(Date.parse(found)) && new Date(found).toISOString().startsWith(found)) return found;
  }
}
/** Another date, more than a slip away. */
function unlike(date: string, born: () => string): string {
  for (;;) {
    const found = born();
    const off = [...found].filter((figure, at) => figure !== date[at]).length;
    if (off > 2 && found.slice(5) !== `${date.slice(8)}-${date.slice(5, 7)}`) return found;
  }
}
