/**
 * Invented people, three for each organisation: its focal point, a representative and a member. Given names
 * are unique, so that `<given>@demo.plenary.example` is an address for each. A slash parts given and family
 * names.
 */
export const peopleByOrganisation: Readonly<Record<string, readonly [string, string, string]>> = {
  harmattan: ['Amara/Diop', 'Moussa/Ndiaye', 'Fatou/Sarr'],
  'baobab-return': ['Oumar/Keïta', 'Aïssata/Coulibaly', 'Sékou/Sangaré'],
  'savanna-sisters': ['Akosua/Mensah', 'Efua/Boateng', 'Kwabena/Owusu'],
  'jua-kali': ['Wanjiru/Kamau', 'Otieno/Achieng', 'Njeri/Mwangi'],
  'rift-youth': ['Selam/Tesfaye', 'Dawit/Bekele', 'Hiwot/Alemu'],
  'cape-lantern': ['Thandiwe/Nkosi', 'Pieter/Jacobs', 'Lindiwe/Maseko'],
  lagoon: ['Chidinma/Okafor', 'Babatunde/Adeyemi', 'Halima/Bello'],
  'jasmine-road': ['Layla/Trabelsi', 'Youssef/Gharbi', 'Ines/Mejri'],
  qasab: ['Mariam/Abdelnour', 'Karim/Shahin', 'Dina/Mansour'],
  'cedar-threshold': ['Rima/Khoury', 'Tigist/Worku', 'Elias/Haddad'],
  'atlas-doors': ['Zineb/Amrani', 'Hamza/Ouali', 'Salma/Idrissi'],
  dhow: ['Nour/Al-Zoubi', 'Samir/Qasem', 'Hanan/Masri'],
  'monsoon-bridge': ['Shirin/Akhter', 'Rafiq/Islam', 'Nasima/Begum'],
  'himal-kin': ['Sunita/Gurung', 'Bishal/Tamang', 'Maya/Shrestha'],
  sampaguita: ['Luzviminda/Reyes', 'Jomar/Dela Cruz', 'Corazon/Villanueva'],
  banyan: ['Meenakshi/Iyer', 'Farida/Ansari', 'Lakshmi/Naidu'],
  'mekong-loom': ['Sophea/Chan', 'Dara/Sok', 'Bopha/Meas'],
  'lantern-road': ['Wulan/Prasetyo', 'Agus/Santoso', 'Siti/Rahmawati'],
  'steppe-call': ['Aigul/Toktosunova', 'Bakyt/Asanov', 'Gulnara/Sydykova'],
  'paper-crane': ['Haruka/Nishida', 'Thi Mai/Nguyen', 'Kenta/Morioka'],
  'open-quay': ['Chiara/Ferrante', 'Davide/Moretti', 'Blessing/Omoruyi'],
  'northern-light': ['Ingrid/Sandell', 'Yonas/Habte', 'Elin/Bergqvist'],
  'harbour-law': ['Marijke/van Dalen', 'Rutger/de Wit', 'Amina/Warsame'],
  'undocumented-voices': ['Béatrice/Lumumba-Peeters', 'Abdou/Barry', 'Sofia/Claes'],
  azulejo: ['Joana/Teixeira', 'Celeste/Évora-Lima', 'Rui/Nogueira'],
  'danube-hands': ['Miroslava/Horvat', 'Florin/Dumitru', 'Katharina/Leitner'],
  'salt-and-sea': ['Nerea/Aguirre', 'Iker/Zabala', 'Mamadou/Camara'],
  'selva-abierta': ['Mateo/Quintero', 'Luz Marina/Ospina', 'Yarima/Epieyú'],
  'mujeres-del-paso': ['Rosa Elena/Guamán', 'Verónica/Chicaiza', 'Paola/Montalvo'],
  'tres-caminos': ['Guadalupe/Hernández Ruiz', 'Emiliano/Cruz', 'Socorro/Méndez'],
  quetzal: ['Ixchel/Caal', 'Diego/Ajú', 'Marisol/Tzoc'],
  'caribe-raices': ['Altagracia/Peralta', 'Jean-Robert/Desir', 'Yesenia/Familia'],
  'pampa-trabajo': ['Valentina/Roldán', 'Nahuel/Sosa', 'Graciela/Ferreyra'],
  'vecinas-del-faro': ['Yuleidys/Urdaneta', 'Remedios/Pushaina', 'Carmen/Iguarán'],
  'desert-water': ['Ruth/Whitfield', 'Esperanza/Delgado', 'Caleb/Yazzie'],
  'maple-farm': ['Marisela/Castillo', 'Delroy/Campbell', 'Geneviève/Tremblay-Roy'],
  'river-clinic': ['Thomasina/Brooks', 'Hamid/Rahimi', 'Xiomara/Pineda'],
  'coral-tide': ['Litia/Vakatawa', 'Semisi/Taufa', 'Ana/Naivalu'],
  pandanus: ['Teuila/Falani', 'Lagi/Penitusi', 'Mele/Ioane'],
  'southern-cross': ['Hinewai/Tamati', 'Sione/Latu', 'Priya/Maharaj'],
};

/** Friends of the coalition who act for no organisation. */
export const peopleWithoutOrganisation = ['Henrik/Aalto', 'Noor/Haidari'] as const;
