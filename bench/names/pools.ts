/** Common words of company and person names, from which the benchmark makes names that are on no list. */
const list = (text: string) => text.trim().split(/\s+/)

export const COMPANIES = {
  places: list(
    'Shenzhen Guangzhou Hangzhou Ningbo Yiwu Shanghai Dongguan Xiamen Bangkok Hanoi Saigon Jakarta Surabaya Penang Johor Manila Cebu Singapore Berlin Hamburg Munich London Leeds Boston Texas',
  ),
  own: list(`Qiming Baihui Ruifeng Xinghe Haotian Jiayuan Lanxiang Mingda Yuelai Tianrui Hongsheng Anbo Kailin Zhuoyue Senma Bolang
    Lotus Orchid Mango Bamboo Coral Harbour Maple Cedar Falcon Heron Lumen Nimbus Verity Aster Juniper Bright Clever Happy Kind Simple
    Suksan Siam Chaiyo Rungrueng Thanakorn Phattana Anan Wattana Minh Phuc Hoang Thanh Cuong Viet Tam Long Phat
    Makmur Sejahtera Abadi Jaya Sentosa Lestari Mandiri Karya Cahaya Mutiara Berkat Sinar Maju Bersatu Perdana
    Weber Schneider Vogel Krause Lindner Hartmann Sommer Nordlicht Waldorf Feinwerk Hausgut
    Bayani Mabuhay Tala Ligaya Maharlika Pinoy Dahilig Amihan
    Oakley Whitfield Ashcroft Pemberton Thornton Greenfield Kingsley Redwood Brookside Summit Pioneer Evergreen`),
  trades: list(
    'Trading Technology Electronics Cosmetics Textile Garment Toys Household Logistics Foods Beauty Industrial Furniture Fashion International Enterprise Products Supply Lighting Packaging Ceramics Footwear Jewellery Stationery Outdoor',
  ),
  forms: [
    'Co., Ltd.',
    'Limited',
    'Ltd',
    'GmbH',
    'LLC',
    'Inc.',
    'PT',
    'Sdn Bhd',
    'Pte Ltd',
    'Company Limited',
    'JSC',
    'Corporation',
    'AG',
  ],
}

export const PERSONS = [
  {
    familyFirst: true,
    given: 2,
    families: list('Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo'),
    names: list(
      'Wei Fang Na Min Jing Qiang Lei Jun Yang Yong Yan Jie Tao Ming Chao Xiu Xia Ping Gang Gui Hua Bin Ting Ying Hao Yu',
    ),
  },
  {
    familyFirst: false,
    given: 1,
    families: list(
      'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke',
    ),
    names: list(
      'James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen',
    ),
  },
  {
    familyFirst: false,
    given: 1,
    families: list(
      'Mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schroeder Neumann Schwarz Zimmermann Braun',
    ),
    names: list(
      'Thomas Andreas Stefan Christian Markus Petra Sabine Monika Claudia Susanne Juergen Wolfgang Klaus Dieter Ute Heike Karin Frank Uwe Birgit',
    ),
  },
  {
    familyFirst: false,
    given: 2,
    families: list(
      'Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Navarro Salazar Mercado Dela Lim Tan Domingo',
    ),
    names: list(
      'Jose Maria Juan Antonio Rosa Luz Angelo Mark Carlo Grace Ana Liza Ramon Ernesto Cristina Joy Rodel Arnel Michelle Paolo',
    ),
  },
  {
    familyFirst: true,
    given: 2,
    families: list('Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly'),
    names: list('Van Thi Minh Thanh Duc Anh Hoa Lan Mai Tuan Hung Dung Phuong Linh Quang Huy Nam Son Thao Trang'),
  },
  {
    familyFirst: false,
    given: 1,
    families: list(
      'Wijaya Susanto Setiawan Hidayat Santoso Gunawan Kurniawan Saputra Wibowo Nugroho Suharto Rahman Hakim Lubis Siregar Nasution Halim Pratama Firmansyah Utami',
    ),
    names: list(
      'Budi Agus Siti Dewi Eko Sri Rina Yanti Hendra Joko Rudi Ahmad Muhammad Nur Fitri Bambang Wahyu Indah Rizki Putri',
    ),
  },
  {
    familyFirst: false,
    given: 1,
    families: list(
      'Saetang Jaidee Srisai Boonmee Chaiyasit Thongchai Kaewmanee Wongsakul Rattanaporn Suwannarat Phromma Intharat Charoensuk Bunnag Siriwat',
    ),
    names: list(
      'Somchai Somsak Malee Suda Prasert Wichai Nattapong Kanya Siriporn Apinya Anucha Thanawat Pimchanok Kittipong Ratana',
    ),
  },
]
