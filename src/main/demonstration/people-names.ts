/** Names common in one community of today's English schools; drawn at random, so no pupil is a real person. */
export interface NameStock {
  /** How often, out of about 1,000 pupils. */
  readonly weight: number;
  /** Main ethnicity code of the school census. */
  readonly ethnicity: string;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/,\s*/);

/** Double-barrelled and accented names are in the lists on purpose: every screen and file must carry them. */
export const NAME_STOCKS: readonly NameStock[] = [
  {
    weight: 520,
    ethnicity: 'WBRI',
    girls: words(
      'Olivia, Amelia, Isla, Ava, Grace, Freya, Evie, Poppy, Ella, Lily, Sophie, Phoebe, Daisy, Millie, Ruby, Chloe, Jessica, Imogen, Holly, Martha, Esme, Harriet, Zoë, Chloë, Beatrice, Lottie, Kayleigh, Demi-Leigh, Ellie-Mae, Lacey',
    ),
    boys: words(
      'Oliver, Harry, George, Jack, Noah, Leo, Alfie, Charlie, Freddie, Archie, Theo, Henry, Jacob, Joshua, Ethan, Riley, Callum, Tyler, Connor, Kieran, Luke, Toby, Jayden, Rhys, Billy-Joe, Corey, Ashton, Finley, Max, Reuben',
    ),
    surnames: words(
      "Ashdown, Barker, Baxter, Bradshaw, Brookes, Cartwright, Chadwick, Cooper, Crossley, Dawson, Draycott, Eastwood, Fairbrother, Fletcher, Garside, Gibbons, Goodall, Hargreaves, Hartley, Hawthorne, Hollingsworth, Ibbotson, Jarvis, Kettleborough, Knowles, Lomas, Lovelace, Marsden, Mellor, Naylor, Nuttall, Oakes, Ormerod, Parkin, Pemberton, Pickering, Quigley, Radcliffe, Ramsbottom, Rowbotham, Sedgwick, Shufflebottom, Slater, Stott, Sutcliffe, Tattersall, Thistlethwaite, Tyldesley, Underhill, Varley, Wainwright, Whittaker, Winterbottom, Yardley, Smith, Jones, Taylor, Brown, Wilson, Evans, Walker, Wright, Green, Hall, Clarke, Harris-Cole, Barnes-O'Hara, Lloyd-Bennett, Carter-Hughes, St John",
    ),
  },
  {
    weight: 28,
    ethnicity: 'WBRI',
    girls: words('Siân, Carys, Ffion, Seren, Cerys, Angharad, Eilidh, Catrìona, Mairi'),
    boys: words('Rhodri, Iestyn, Gethin, Macsen, Owain, Hamish, Ruaridh, Lachlan, Fearghas'),
    surnames: words(
      'Llywelyn-Ffoulkes, Gruffydd, ap Dafydd, Prydderch, Bowen, MacLeod, McTavish, Mackintosh, MacAulay',
    ),
  },
  {
    weight: 24,
    ethnicity: 'WIRI',
    girls: words('Aoife, Niamh, Saoirse, Caoimhe, Róisín, Orlaith, Gráinne'),
    boys: words('Oisín, Cillian, Fionn, Darragh, Tadhg, Séamus, Pádraig'),
    surnames: words(
      "O'Shaughnessy, Ó Súilleabháin, Ní Dhomhnaill, Gallagher, McGrath, O'Malley, Kinsella, Fitzgerald",
    ),
  },
  {
    weight: 62,
    ethnicity: 'APKN',
    girls: words('Aisha, Zainab, Maryam, Hafsa, Iqra, Aleena, Sana, Mahnoor, Khadija, Areeba'),
    boys: words('Muhammad, Hamza, Ibrahim, Bilal, Usman, Zain, Haris, Abdullah, Muhammad-Ali, Shahzaib'),
    surnames: words(
      'Khan, Hussain, Ahmed, Iqbal, Malik, Akhtar, Mahmood, Bibi, Qureshi, Chaudhry, Shah, Mirza',
    ),
  },
  {
    weight: 34,
    ethnicity: 'ABAN',
    girls: words('Fatima, Nusrat, Tasnim, Sumaiya, Jannat, Rahima, Farzana'),
    boys: words('Rayhan, Tanvir, Mahin, Nahid, Shafiq, Imran, Rafi'),
    surnames: words('Begum, Miah, Uddin, Rahman, Islam, Chowdhury, Hoque, Sultana, Alam'),
  },
  {
    weight: 40,
    ethnicity: 'AIND',
    girls: words('Priya, Anaya, Simran, Harleen, Diya, Kavya, Meera, Jasleen, Lakshmi'),
    boys: words('Arjun, Gurpreet, Rohan, Harjot, Vivaan, Karan, Dhruv, Krishnan, Jaspreet'),
    surnames: words(
      'Patel, Singh, Kaur, Sharma, Gill, Dhaliwal, Venkataraghavan, Subramaniam, Mistry, Desai, Nair',
    ),
  },
  {
    weight: 50,
    ethnicity: 'BAFR',
    girls: words('Adaeze, Temitope, Chiamaka, Folasadé, Ama, Abena, Makena, Ngozi, Tiwalade, Wanjiru'),
    boys: words('Oluwaseun, Chukwuemeka, Kwame, Kofi, Ayodele, Tendai, Babatúndé, Emeka, Tunde, Olúwáfẹ́mi'),
    surnames: words(
      'Adébáyọ̀-Wellington, Okonkwo, Adeyemi, Mensah, Boateng, Owusu-Ansah, Nwachukwu, Ọláníyọnu, Moyo, Kamau, Asante, Chukwuma-Eze',
    ),
  },
  {
    weight: 26,
    ethnicity: 'BAFR',
    girls: words('Hodan, Ayaan, Ifrah, Sahra, Hibaaq, Ubah'),
    boys: words('Abdirahman, Liban, Guled, Mahad, Yusuf, Abdifatah'),
    surnames: words('Abdi, Warsame, Mohamud, Hassan, Jama, Farah, Nur, Ali'),
  },
  {
    weight: 24,
    ethnicity: 'BCRB',
    girls: words('Shanice, Tianna, Renée, Amara, Keisha, Nevaeh'),
    boys: words("Jermaine, Tyrese, Malachi, Kymani, Andre, D'Angelo"),
    surnames: words('Campbell, Reid, Francis, Bailey, Gordon, Powell, Morrison-Grant, Beckford, Pinnock'),
  },
  {
    weight: 46,
    ethnicity: 'MWBC',
    girls: words('Maya, Jasmine, Amelie, Skye, Naomi, Layla, Lola-Rose, Aaliyah'),
    boys: words('Kai, Mason, Elijah, Jaden, Marcus, Isaac, Kian, Xavier'),
    surnames: words(
      'Thompson, Lewis-Khan, Ferreira-Smith, Anderson, Mitchell, Khan-Ellis, Robinson, Edwards-Baptiste, Grant',
    ),
  },
  {
    weight: 40,
    ethnicity: 'WOTH',
    girls: words('Zuzanna, Małgorzata, Agnieszka, Oliwia, Łucja, Wiktoria, Julia, Żaneta'),
    boys: words('Jakub, Szymon, Stanisław, Michał, Bartłomiej, Oskar, Filip, Krzysztof'),
    surnames: words(
      'Kowalska, Nowak, Wiśniewski, Wójcik, Szczepański, Brzęczyszczykiewicz, Zieliński, Dąbrowska, Jabłoński',
    ),
  },
  {
    weight: 30,
    ethnicity: 'WOTH',
    girls: words('Andreea, Ioana, Ștefania, Raluca, Gabija, Ugnė, Oleksandra, Solomiya'),
    boys: words('Andrei, Ștefan, Răzvan, Ionuț, Matas, Žygimantas, Bohdan, Danylo'),
    surnames: words('Popescu, Țurcanu, Munteanu, Pătrășcanu, Kazlauskas, Žukauskienė, Shevchenko, Kovalenko'),
  },
  {
    weight: 22,
    ethnicity: 'WOTH',
    girls: words('María José, Inês, Beatriz, Lucía, Conceição, Sofía'),
    boys: words('João Pedro, Íñigo, Gonçalo, Mateus, Ángel, Tomás'),
    surnames: words(
      'Fernández de la Cruz, Gonçalves, da Conceição Pereira, Núñez, Ibáñez Muñoz, dos Santos, Peña',
    ),
  },
  {
    weight: 20,
    ethnicity: 'OOTH',
    girls: words('Elif, Zeynep, Rojîn, Leyla, Nour, Yasmîn, Rania'),
    boys: words('Emre, Çağlar, Baran, Îsmet, Omar, Karim, Yousef'),
    surnames: words('Yılmaz, Şahin, Öztürk, Güneş, al-Sayed, El Khoury, Haddad, Bin Saleh'),
  },
  {
    weight: 18,
    ethnicity: 'CHNE',
    girls: words('Mei Ling, Xiaoyan, Hoi Yan, Yuxuan, Wing Sum'),
    boys: words('Junwei, Ho Yin, Zihao, Chun Hei, Yichen'),
    surnames: words('Wong, Chan, Li, Ng, Zhang, Au-Yeung, Cheung, Ou'),
  },
  {
    weight: 16,
    ethnicity: 'AOTH',
    girls: words('Thị Minh Khai, Thu Hà, Ji-woo, Althea, Hiền, Sakura'),
    boys: words('Văn Đức, Minh Quân, Seo-jun, Jeyaraj, Hải Đăng, Kenji'),
    surnames: words('Nguyễn, Trần, Phạm, O, Dela Cruz, Sivapalan, Tanaka, Đặng'),
  },
];

/** Pupils who are always on the home school's roll: the longest, shortest and most awkward names to print and sort. */
export const NAMED_PUPILS: readonly {
  readonly forename: string;
  readonly surname: string;
  readonly sex: 'F' | 'M';
  readonly ethnicity: string;
  readonly year: number;
}[] = [
  { forename: 'Oluwaseun', surname: 'Adébáyọ̀-Wellington', sex: 'M', ethnicity: 'BAFR', year: 9 },
  { forename: 'Siân', surname: 'Llywelyn-Ffoulkes', sex: 'F', ethnicity: 'WBRI', year: 8 },
  { forename: 'María José', surname: 'Fernández de la Cruz', sex: 'F', ethnicity: 'WOTH', year: 10 },
  { forename: 'Thị Minh Khai', surname: 'Nguyễn', sex: 'F', ethnicity: 'AOTH', year: 11 },
  { forename: 'Cillian', surname: "O'Shaughnessy", sex: 'M', ethnicity: 'WIRI', year: 9 },
  { forename: 'Ji-woo', surname: 'O', sex: 'F', ethnicity: 'AOTH', year: 7 },
  { forename: 'Bartłomiej', surname: 'Brzęczyszczykiewicz', sex: 'M', ethnicity: 'WOTH', year: 10 },
  { forename: 'Al', surname: 'Ng', sex: 'M', ethnicity: 'CHNE', year: 8 },
  {
    forename: 'Wilhelmina-Constance',
    surname: 'Featherstonehaugh-Cholmondeley',
    sex: 'F',
    ethnicity: 'WBRI',
    year: 12,
  },
  { forename: 'Amelia', surname: 'Hartley', sex: 'F', ethnicity: 'WBRI', year: 9 },
  { forename: 'Amelia', surname: 'Hartley', sex: 'F', ethnicity: 'WBRI', year: 9 },
];
