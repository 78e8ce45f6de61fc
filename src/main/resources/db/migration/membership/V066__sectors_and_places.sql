-- Lists that forms and filters choose from. Names are official texts: {"source": …, "texts": {language: wording}}.

CREATE TABLE sector (
    code     text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name     jsonb NOT NULL,
    parent   text REFERENCES sector,
    -- the cultural domain, A to F, of the 2009 UNESCO Framework for Cultural Statistics
    domain   text NOT NULL CHECK (domain ~ '^[A-F]$'),
    position int NOT NULL UNIQUE
);

CREATE TABLE place (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(code) <= 60),
    name      jsonb NOT NULL,
    country   text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    latitude  double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    zone      text NOT NULL
);

INSERT INTO sector (code, name, parent, domain, position) VALUES
    ('advertising', '{"source": "EN", "texts": {"EN": "Advertising", "RU": "Реклама", "BG": "Реклама"}}', NULL, 'F', 1),
    ('architecture', '{"source": "EN", "texts": {"EN": "Architecture", "RU": "Архитектура", "BG": "Архитектура"}}', NULL, 'F', 2),
    ('visual-art', '{"source": "EN", "texts": {"EN": "Visual art", "RU": "Изобразительное искусство", "BG": "Изобразително изкуство"}}', NULL, 'C', 3),
    ('galleries', '{"source": "EN", "texts": {"EN": "Art galleries", "RU": "Художественные галереи", "BG": "Художествени галерии"}}', 'visual-art', 'C', 4),
    ('craft', '{"source": "EN", "texts": {"EN": "Craft", "RU": "Ремёсла", "BG": "Занаяти"}}', NULL, 'C', 5),
    ('design', '{"source": "EN", "texts": {"EN": "Design", "RU": "Дизайн", "BG": "Дизайн"}}', NULL, 'F', 6),
    ('furniture-design', '{"source": "EN", "texts": {"EN": "Furniture design", "RU": "Дизайн мебели", "BG": "Мебелен дизайн"}}', 'design', 'F', 7),
    ('fashion', '{"source": "EN", "texts": {"EN": "Fashion", "RU": "Мода", "BG": "Мода"}}', 'design', 'F', 8),
    ('photography', '{"source": "EN", "texts": {"EN": "Photography", "RU": "Фотография", "BG": "Фотография"}}', NULL, 'C', 9),
    ('film-video', '{"source": "EN", "texts": {"EN": "Film and video", "RU": "Кино и видео", "BG": "Кино и видео"}}', NULL, 'E', 10),
    ('music', '{"source": "EN", "texts": {"EN": "Music", "RU": "Музыка", "BG": "Музика"}}', NULL, 'B', 11),
    ('publishing', '{"source": "EN", "texts": {"EN": "Publishing", "RU": "Издательское дело", "BG": "Издателска дейност"}}', NULL, 'D', 12),
    ('multimedia', '{"source": "EN", "texts": {"EN": "Multimedia", "RU": "Мультимедиа", "BG": "Мултимедия"}}', NULL, 'E', 13),
    ('tv-radio', '{"source": "EN", "texts": {"EN": "TV and radio", "RU": "Телевидение и радио", "BG": "Телевизия и радио"}}', NULL, 'E', 14),
    ('performing-arts', '{"source": "EN", "texts": {"EN": "Performing arts", "RU": "Исполнительские искусства", "BG": "Сценични изкуства"}}', NULL, 'B', 15),
    ('theatre-design', '{"source": "EN", "texts": {"EN": "Theatre design", "RU": "Сценография", "BG": "Сценография"}}', 'performing-arts', 'B', 16),
    ('heritage', '{"source": "EN", "texts": {"EN": "Cultural heritage", "RU": "Культурное наследие", "BG": "Културно наследство"}}', NULL, 'A', 17);

INSERT INTO place (code, name, country, latitude, longitude, zone) VALUES
    ('sofia', '{"source": "EN", "texts": {"EN": "Sofia", "RU": "София", "BG": "София"}}', 'BG', 42.6977, 23.3219, 'Europe/Sofia'),
    ('plovdiv', '{"source": "EN", "texts": {"EN": "Plovdiv", "RU": "Пловдив", "BG": "Пловдив"}}', 'BG', 42.1354, 24.7453, 'Europe/Sofia'),
    ('belgrade', '{"source": "EN", "texts": {"EN": "Belgrade", "RU": "Белград", "BG": "Белград"}}', 'RS', 44.7866, 20.4489, 'Europe/Belgrade'),
    ('bucharest', '{"source": "EN", "texts": {"EN": "Bucharest", "RU": "Бухарест", "BG": "Букурещ"}}', 'RO', 44.4268, 26.1025, 'Europe/Bucharest'),
    ('athens', '{"source": "EN", "texts": {"EN": "Athens", "RU": "Афины", "BG": "Атина"}}', 'GR', 37.9838, 23.7275, 'Europe/Athens'),
    ('skopje', '{"source": "EN", "texts": {"EN": "Skopje", "RU": "Скопье", "BG": "Скопие"}}', 'MK', 41.9981, 21.4254, 'Europe/Skopje'),
    ('tirana', '{"source": "EN", "texts": {"EN": "Tirana", "RU": "Тирана", "BG": "Тирана"}}', 'AL', 41.3275, 19.8187, 'Europe/Tirane'),
    ('sarajevo', '{"source": "EN", "texts": {"EN": "Sarajevo", "RU": "Сараево", "BG": "Сараево"}}', 'BA', 43.8563, 18.4131, 'Europe/Sarajevo'),
    ('zagreb', '{"source": "EN", "texts": {"EN": "Zagreb", "RU": "Загреб", "BG": "Загреб"}}', 'HR', 45.8150, 15.9819, 'Europe/Zagreb'),
    ('ljubljana', '{"source": "EN", "texts": {"EN": "Ljubljana", "RU": "Любляна", "BG": "Любляна"}}', 'SI', 46.0569, 14.5058, 'Europe/Ljubljana'),
    ('podgorica', '{"source": "EN", "texts": {"EN": "Podgorica", "RU": "Подгорица", "BG": "Подгорица"}}', 'ME', 42.4304, 19.2594, 'Europe/Podgorica'),
    ('istanbul', '{"source": "EN", "texts": {"EN": "Istanbul", "RU": "Стамбул", "BG": "Истанбул"}}', 'TR', 41.0082, 28.9784, 'Europe/Istanbul'),
    ('st-petersburg', '{"source": "EN", "texts": {"EN": "St Petersburg", "RU": "Санкт-Петербург", "BG": "Санкт Петербург"}}', 'RU', 59.9343, 30.3351, 'Europe/Moscow'),
    ('moscow', '{"source": "EN", "texts": {"EN": "Moscow", "RU": "Москва", "BG": "Москва"}}', 'RU', 55.7558, 37.6173, 'Europe/Moscow'),
    ('chelyabinsk', '{"source": "EN", "texts": {"EN": "Chelyabinsk", "RU": "Челябинск", "BG": "Челябинск"}}', 'RU', 55.1644, 61.4368, 'Asia/Yekaterinburg'),
    ('petrozavodsk', '{"source": "EN", "texts": {"EN": "Petrozavodsk", "RU": "Петрозаводск", "BG": "Петрозаводск"}}', 'RU', 61.7849, 34.3469, 'Europe/Moscow'),
    ('vladivostok', '{"source": "EN", "texts": {"EN": "Vladivostok", "RU": "Владивосток", "BG": "Владивосток"}}', 'RU', 43.1155, 131.8855, 'Asia/Vladivostok'),
    ('kazan', '{"source": "EN", "texts": {"EN": "Kazan", "RU": "Казань", "BG": "Казан"}}', 'RU', 55.7961, 49.1064, 'Europe/Moscow'),
    ('tyumen', '{"source": "EN", "texts": {"EN": "Tyumen", "RU": "Тюмень", "BG": "Тюмен"}}', 'RU', 57.1530, 65.5343, 'Asia/Yekaterinburg'),
    ('cherepovets', '{"source": "EN", "texts": {"EN": "Cherepovets", "RU": "Череповец", "BG": "Череповец"}}', 'RU', 59.1282, 37.9080, 'Europe/Moscow'),
    ('kemerovo', '{"source": "EN", "texts": {"EN": "Kemerovo", "RU": "Кемерово", "BG": "Кемерово"}}', 'RU', 55.3547, 86.0878, 'Asia/Novokuznetsk'),
    ('krasnodar', '{"source": "EN", "texts": {"EN": "Krasnodar", "RU": "Краснодар", "BG": "Краснодар"}}', 'RU', 45.0355, 38.9753, 'Europe/Moscow'),
    ('samara', '{"source": "EN", "texts": {"EN": "Samara", "RU": "Самара", "BG": "Самара"}}', 'RU', 53.1959, 50.1002, 'Europe/Samara'),
    ('tula', '{"source": "EN", "texts": {"EN": "Tula", "RU": "Тула", "BG": "Тула"}}', 'RU', 54.1931, 37.6177, 'Europe/Moscow'),
    ('stavropol', '{"source": "EN", "texts": {"EN": "Stavropol", "RU": "Ставрополь", "BG": "Ставропол"}}', 'RU', 45.0448, 41.9691, 'Europe/Moscow'),
    ('omsk', '{"source": "EN", "texts": {"EN": "Omsk", "RU": "Омск", "BG": "Омск"}}', 'RU', 54.9885, 73.3242, 'Asia/Omsk'),
    ('rostov-on-don', '{"source": "EN", "texts": {"EN": "Rostov-on-Don", "RU": "Ростов-на-Дону", "BG": "Ростов на Дон"}}', 'RU', 47.2357, 39.7015, 'Europe/Moscow'),
    ('rybinsk', '{"source": "EN", "texts": {"EN": "Rybinsk", "RU": "Рыбинск", "BG": "Рибинск"}}', 'RU', 58.0485, 38.8584, 'Europe/Moscow'),
    ('belgorod', '{"source": "EN", "texts": {"EN": "Belgorod", "RU": "Белгород", "BG": "Белгород"}}', 'RU', 50.5977, 36.5858, 'Europe/Moscow'),
    ('ulyanovsk', '{"source": "EN", "texts": {"EN": "Ulyanovsk", "RU": "Ульяновск", "BG": "Уляновск"}}', 'RU', 54.3142, 48.4031, 'Europe/Ulyanovsk'),
    ('veliky-novgorod', '{"source": "EN", "texts": {"EN": "Veliky Novgorod", "RU": "Великий Новгород", "BG": "Велики Новгород"}}', 'RU', 58.5215, 31.2755, 'Europe/Moscow'),
    ('yekaterinburg', '{"source": "EN", "texts": {"EN": "Yekaterinburg", "RU": "Екатеринбург", "BG": "Екатеринбург"}}', 'RU', 56.8389, 60.6057, 'Asia/Yekaterinburg'),
    ('cherkessk', '{"source": "EN", "texts": {"EN": "Cherkessk", "RU": "Черкесск", "BG": "Черкеск"}}', 'RU', 44.2233, 42.0578, 'Europe/Moscow'),
    ('vladikavkaz', '{"source": "EN", "texts": {"EN": "Vladikavkaz", "RU": "Владикавказ", "BG": "Владикавказ"}}', 'RU', 43.0205, 44.6819, 'Europe/Moscow'),
    ('tashkent', '{"source": "EN", "texts": {"EN": "Tashkent", "RU": "Ташкент", "BG": "Ташкент"}}', 'UZ', 41.2995, 69.2401, 'Asia/Tashkent'),
    ('almaty', '{"source": "EN", "texts": {"EN": "Almaty", "RU": "Алматы", "BG": "Алмати"}}', 'KZ', 43.2220, 76.8512, 'Asia/Almaty');
