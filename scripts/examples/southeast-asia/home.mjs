/** Home candidates of the example for Southeast Asia: every brand, maker and listing is made up. */
export const HOME = `
# sku | supplier | brand | class | traits | model | title | description | price | currency | role | pricing | mode | weight | colour | flaws | claims
HW-701 | S-CN-HW | 禾隅 | household | | HW-BX12 | 禾隅 可折叠收纳箱 32L | 聚丙烯箱体，带盖，可折叠存放。外形 43×30×27 厘米。 | 15.90 | CNY | hero | tiered | overseas-warehouse-9810 | 1150 | white
HW-702 | S-CN-HW | 禾隅 | household | | HW-HK06 | 禾隅 免钉挂钩 6 只装 | 贴于洁净光滑墙面，静置一天后挂物。六只一包。 | 4.90 | CNY | traffic | flash | overseas-warehouse-9810 | 60 | clear
HW-703 | S-CN-HW | 禾隅 | home-textile | skin-contact | HW-TW02 | 禾隅 棉毛巾 两条装 34×74cm | 纯棉面料，两条一组，可机洗。首次使用前请清洗。 | 8.90 | CNY | regular | tiered | overseas-warehouse-9810 | 210 | sand | | 纯棉~textile-label-report~fibre test: 100 % cotton
HW-704 | S-CN-HW | 禾隅 | home-textile | | HW-CU45 | 禾隅 棉麻抱枕套 45×45cm | 隐形拉链，不含枕芯。棉麻混纺，可手洗。 | 9.90 | CNY | profit | fixed | overseas-warehouse-9810 | 150 | olive
HW-705 | S-CN-HW | 禾隅 | household | | HW-LB50 | 禾隅 洗衣篮 布艺 50L | 涤纶布面，铝合金支架，可折叠。 | 15.90 | CNY | profit | coupon | overseas-warehouse-9810 | 780 | grey
HW-706 | S-CN-HW | 禾隅 | home-decor | | HW-FR10 | 禾隅 木纹相框 10 寸 | 可竖放或挂墙，正面为透明亚克力板。 | 7.90 | CNY | welfare | fixed | overseas-warehouse-9810 | 320 | walnut
HW-707 | S-CN-HW | 禾隅 | household | | HW-MP01 | 禾隅 平板拖把 旋转头 | 拖头可旋转，附两块替换布。 | 16.90 | CNY | regular | fixed | overseas-warehouse-9810 | 900 | white | held
HW-708 | S-CN-HW | 禾隅 | household | | HW-UM08 | 禾隅 八骨折叠伞 | 手开折叠伞，伞面直径 97 厘米，附伞套。 | 10.90 | CNY | regular | fixed | overseas-warehouse-9810 | 340 | navy | contract-unfair
TR-801 | S-VN-TR | Maylam | household | | TR-BK30 | Giỏ mây đan tay Maylam 30cm | Giỏ đựng đồ bằng mây, đường kính 30 cm, có hai quai. Lau bằng khăn khô. | 17.90 | VND | profit | live-exclusive | overseas-warehouse-9810 | 520 | natural
TR-802 | S-VN-TR | Maylam | home-decor | | TR-MR40 | Gương treo tường viền mây Maylam 40cm | Gương tròn viền mây, đường kính 40 cm, kèm móc treo. | 39.90 | VND | image | fixed | overseas-warehouse-9810 | 1600 | natural
TR-803 | S-VN-TR | Maylam | household | | TR-TR02 | Khay tre Maylam bộ 2 cái | Bộ hai khay tre, kích thước 35×25 và 28×20 cm. | 14.90 | VND | profit | tiered | overseas-warehouse-9810 | 700 | bamboo
TR-804 | S-VN-TR | Maylam | home-decor | | TR-VS25 | Bình hoa gốm Maylam cao 25cm | Bình gốm tráng men mờ, cao 25 cm, dùng cho hoa khô. | 21.90 | VND | profit | fixed | overseas-warehouse-9810 | 980 | white
TR-805 | S-VN-TR | Maylam | household | | TR-CO04 | Lót ly cói Maylam 4 miếng | Bộ bốn miếng lót ly đan cói, đường kính 10 cm. | 5.90 | VND | gift | fixed | overseas-warehouse-9810 | 120 | natural
TR-806 | S-VN-TR | Maylam | household | | TR-LB40 | Giỏ cói Maylam có nắp 40cm | Giỏ cói có nắp, cao 40 cm, lót vải bên trong. | 28.90 | VND | hero | fixed | overseas-warehouse-9810 | 1100 | natural | unlike-seal
TG-901 | S-SG-TG | Tideglass | food-contact | food-contact | TG-BT50 | Tideglass glass bottle with sleeve, 500ml | Borosilicate glass, silicone sleeve, bamboo lid. Not for the microwave with the lid on. | 19.90 | SGD | hero | live-exclusive | platform-fulfilment | 430 | teal
TG-902 | S-SG-TG | Tideglass | food-contact | food-contact | TG-LB03 | Tideglass lunch box set, 3 boxes | Three glass boxes with clip lids: 320, 520 and 800 ml. | 24.90 | SGD | profit | tiered | platform-fulfilment | 1400 | clear
TG-903 | S-SG-TG | Tideglass | food-contact | food-contact | TG-MG02 | Tideglass double wall mug, pair 250ml | Two mugs of double wall glass. Wash by hand. | 16.90 | SGD | profit | fixed | platform-fulfilment | 380 | clear
TG-904 | S-SG-TG | Tideglass | food-contact | food-contact | TG-ST06 | Tideglass glass straws, set of 6 with brush | Six straws of 20 cm and a cleaning brush in a cotton pouch. | 6.90 | SGD | traffic | flash | platform-fulfilment | 110 | clear
TG-905 | S-SG-TG | Tideglass | household | | TG-SD30 | Tideglass soap dispenser 300ml | Refillable pump bottle of ribbed glass. | 12.90 | SGD | regular | coupon | platform-fulfilment | 360 | amber | labels-missing
TG-906 | S-SG-TG | Tideglass | food-contact | food-contact | TG-CJ10 | Tideglass storage jar 1 litre | Jar of borosilicate glass with a cork lid. | 11.90 | SGD | regular | fixed | platform-fulfilment | 520 | clear | contract-gap
TG-907 | S-SG-TG | Tideglass | food-contact | food-contact | TG-TP60 | Tideglass teapot with strainer, 600ml | Teapot with a steel strainer. Heat on a gauze only. | 22.90 | SGD | image | fixed | platform-fulfilment | 540 | clear
XL-111 | S-CN-XL | Xiolan | home-appliance | battery | XL-FN20 | Xiolan desk fan, rechargeable, 3 speeds | Desk fan with a 2000 mAh cell and three speeds. Charges by USB-C cable, cable in the box. | 22.90 | CNY | hero | live-exclusive | overseas-warehouse-9810 | 460 | white
XL-112 | S-CN-XL | Xiolan | lighting | battery | XL-NL05 | Xiolan night light with motion sensor | Warm white night light, 0.5 W, charges by USB-C. | 9.90 | CNY | welfare | flash | overseas-warehouse-9810 | 95 | white
XL-113 | S-CN-XL | Xiolan | home-appliance | mains | XL-HM30 | Xiolan humidifier 3 litres | Cool mist humidifier, 3 litre tank, 24 W. Use clean water and empty the tank every day. | 34.90 | CNY | profit | fixed | overseas-warehouse-9810 | 1250 | white
XL-114 | S-CN-XL | Xiolan | personal-care-appliance | mains,skin-contact | XL-HD12 | Xiolan travel hair dryer 1200W | Hair dryer with a folding handle, 1200 W, two speeds. | 29.90 | CNY | profit | fixed | overseas-warehouse-9810 | 430 | cream
XL-115 | S-CN-XL | Xiolan | home-appliance | mains | XL-GS15 | Xiolan garment steamer 1500W | Handheld steamer, 250 ml tank, 1500 W. Do not steam clothes while worn. | 32.90 | CNY | regular | fixed | overseas-warehouse-9810 | 900 | green | certificate-missing
XL-116 | S-CN-XL | Xiolan | lighting | mains | XL-DL10 | Xiolan LED desk lamp 10W | Desk lamp with three colour temperatures and a weighted base. | 27.90 | CNY | profit | fixed | overseas-warehouse-9810 | 850 | black | certificate-other-model
DF-503 | S-CN-DF | Quistlume | lighting | battery | DF-ST05 | Quistlume LED strip 5m, remote control | LED strip with remote, 5 m, USB plug. | 8.90 | CNY | traffic | fixed | direct-mail-9610 | 140 | rgb
UN-605 | | | alcohol | liquid | | Rice wine gift set 2 x 300ml | Two bottles, 12 % vol., in a wooden box. | 35.90 | THB | | | | 1300 | | bare
UN-606 | | | household | | | Kotak simpanan lipat 20L | Kotak simpanan lipat, 20 liter, dengan penutup. | 6.90 | MYR | | | | 700 | grey | bare
UN-607 | | Pokimon | toys | for-children | | Pokimon plush pillow official licensed 40cm | Official licensed character pillow, soft filling, for kids. | 11.90 | MYR | | | | 380 | yellow | bare
UN-608 | | | medical-device | | | Anti choking rescue device home kit | Life saving suction device for children and adults, hospital tested. | 25.90 | CNY | | | | 260 | | bare
`
