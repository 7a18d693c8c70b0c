//! `tenbin sql`: the query for each engine, whole; what it leaves out, what can't be written, and what it takes over.
//!
//! That the queries give what `rank` gives is `scripts/warehouse.py`'s to prove, with the engines themselves.

use super::harness::Case;

/// Two criteria, one of them a cost: the shortest query that there is.
const SHORT: &str = "\
model = \"short\"
[weights]
gain = 2
work = 1
[models.short]
combine = \"mean\"
of = [\"gain\", \"work\"]
[criteria.gain]
[criteria.work]
direction = \"cost\"
";

/// Roots, words, a factor, ties that are decided by what weighs nought.
const OURS: &str = "\
model = \"ours\"
[weights]
worth = 3
ease = 1
care = 0
[values]
\"◎\" = 9
[ranking]
tie_break = [\"care\"]
[columns]
title = \"What\"
ease = [\"Ease of use\", \"other\"]
[models.ours]
combine = \"mean\"
of = [\"worth\", \"ease\", \"care\"]
[criteria.worth]
labels = { en = \"Worth\", ja = \"効果\" }
combine = \"geometric-mean\"
of = [\"reach\", \"severity\"]
[criteria.reach]
values = { \"Very wide\" = 9.125 }
[criteria.severity]
[criteria.ease]
[criteria.care]
direction = \"cost\"
";

fn sql(dialect: &str) -> Case {
    Case::new().args(["sql", "--dialect", dialect, "--table", "plans.items"])
}

fn short(dialect: &str) -> Case {
    sql(dialect).file("weights.toml", SHORT)
}

#[test]
fn duckdb_gets_whole_numbers_of_128_bits() {
    short("duckdb").stdout(r#"
        -- A ranking by tenbin, for DuckDB: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model short: gain 66.7 %, work 33.3 % (weights from weights.toml)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            "id" AS "id",
            -- gain
            NULLIF(TRIM(TRANSLATE(CAST("gain" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "gain__text",
            -- work
            NULLIF(TRIM(TRANSLATE(CAST("work" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "work__text"
          FROM "plans"."items"
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS (
          SELECT
            *,
            CASE
              WHEN REGEXP_FULL_MATCH("gain__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("gain__text" AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END AS "gain__number",
            CASE
              WHEN REGEXP_FULL_MATCH("work__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("work__text" AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END AS "work__number"
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            "id",
            -- gain: 1–10, times 100
            CASE WHEN "gain__number" BETWEEN 100 AND 1000 THEN "gain__number" END AS "gain",
            -- work: 1–10, times 100
            CASE WHEN "work__number" BETWEEN 100 AND 1000 THEN "work__number" END AS "work",
            -- What is blank
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "gain__text" IS NULL THEN 'gain' END,
              CASE WHEN "work__text" IS NULL THEN 'work' END), '') AS "missing",
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "gain__number" BETWEEN 100 AND 1000 OR "gain__text" IS NULL THEN NULL ELSE 'gain' END,
              CASE WHEN "work__number" BETWEEN 100 AND 1000 OR "work__text" IS NULL THEN NULL ELSE 'work' END), '') AS "unreadable"
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = 2/3 × gain + 1/3 × (11 − work), counted in units of 1/300
            2 * "gain" + (1100 - "work") AS "total"
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score as a whole number
            "total" AS "key_1",
            -- What is shown: the nearest doubles
            CAST("total" AS DOUBLE) / 300 AS "score"
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            "key_1",
            COUNT(*) AS "items",
            CAST(SUM(COUNT(*)) OVER (ORDER BY "key_1" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS "rank"
          FROM scored
          WHERE "key_1" IS NOT NULL
          GROUP BY "key_1"
        )

        -- The answer: the best first, items without a rank last, with what is missing or wrong
        SELECT
          p."rank" AS "rank",
          p."items" > 1 AS "tied",
          s."id" AS "id",
          CASE WHEN p."rank" IS NOT NULL THEN s."score" END AS "score",
          s."missing" AS "missing",
          CASE
            WHEN s."unreadable" IS NOT NULL THEN 'not-a-rating: ' || s."unreadable"
            WHEN s."missing" IS NOT NULL THEN NULL
          END AS "problem"
        FROM scored AS s
        LEFT JOIN places AS p ON s."key_1" = p."key_1"
        ORDER BY p."rank" NULLS LAST, s."id";
    "#).exit(0);
}

#[test]
fn postgres_gets_numbers_of_any_size() {
    short("postgres").stdout(r#"
        -- A ranking by tenbin, for PostgreSQL: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model short: gain 66.7 %, work 33.3 % (weights from weights.toml)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            "id" AS "id",
            -- gain
            NULLIF(TRIM(TRANSLATE(CAST("gain" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "gain__text",
            -- work
            NULLIF(TRIM(TRANSLATE(CAST("work" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "work__text"
          FROM "plans"."items"
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS MATERIALIZED (
          SELECT
            *,
            CASE
              WHEN "gain__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST("gain__text" AS NUMERIC) * 100
            END AS "gain__number",
            CASE
              WHEN "work__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST("work__text" AS NUMERIC) * 100
            END AS "work__number"
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            "id",
            -- gain: 1–10, times 100
            CASE WHEN "gain__number" BETWEEN 100 AND 1000 THEN "gain__number" END AS "gain",
            -- work: 1–10, times 100
            CASE WHEN "work__number" BETWEEN 100 AND 1000 THEN "work__number" END AS "work",
            -- What is blank
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "gain__text" IS NULL THEN 'gain' END,
              CASE WHEN "work__text" IS NULL THEN 'work' END), '') AS "missing",
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "gain__number" BETWEEN 100 AND 1000 OR "gain__text" IS NULL THEN NULL ELSE 'gain' END,
              CASE WHEN "work__number" BETWEEN 100 AND 1000 OR "work__text" IS NULL THEN NULL ELSE 'work' END), '') AS "unreadable"
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = 2/3 × gain + 1/3 × (11 − work), counted in units of 1/300
            2 * "gain" + (1100 - "work") AS "total"
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score as a whole number
            "total" AS "key_1",
            -- What is shown: the nearest doubles
            CAST(ROUND("total", 40) / 300 AS DOUBLE PRECISION) AS "score"
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            "key_1",
            COUNT(*) AS "items",
            CAST(SUM(COUNT(*)) OVER (ORDER BY "key_1" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS "rank"
          FROM scored
          WHERE "key_1" IS NOT NULL
          GROUP BY "key_1"
        )

        -- The answer: the best first, items without a rank last, with what is missing or wrong
        SELECT
          p."rank" AS "rank",
          p."items" > 1 AS "tied",
          s."id" AS "id",
          CASE WHEN p."rank" IS NOT NULL THEN s."score" END AS "score",
          s."missing" AS "missing",
          CASE
            WHEN s."unreadable" IS NOT NULL THEN 'not-a-rating: ' || s."unreadable"
            WHEN s."missing" IS NOT NULL THEN NULL
          END AS "problem"
        FROM scored AS s
        LEFT JOIN places AS p ON s."key_1" = p."key_1"
        ORDER BY p."rank" NULLS LAST, s."id";
    "#).exit(0);
}

#[test]
fn spark_gets_decimals_of_38_digits() {
    short("spark").stdout("
        -- A ranking by tenbin, for Spark SQL: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model short: gain 66.7 %, work 33.3 % (weights from weights.toml)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            `id` AS `id`,
            -- gain
            NULLIF(TRIM(TRANSLATE(CAST(`gain` AS STRING), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS `gain__text`,
            -- work
            NULLIF(TRIM(TRANSLATE(CAST(`work` AS STRING), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS `work__text`
          FROM `plans`.`items`
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS (
          SELECT
            *,
            CASE
              WHEN `gain__text` RLIKE '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST(TRY_CAST(`gain__text` AS DECIMAL(17, 2)) * 100 AS DECIMAL(38, 0))
            END AS `gain__number`,
            CASE
              WHEN `work__text` RLIKE '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST(TRY_CAST(`work__text` AS DECIMAL(17, 2)) * 100 AS DECIMAL(38, 0))
            END AS `work__number`
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            `id`,
            -- gain: 1–10, times 100
            CASE WHEN `gain__number` BETWEEN 100 AND 1000 THEN `gain__number` END AS `gain`,
            -- work: 1–10, times 100
            CASE WHEN `work__number` BETWEEN 100 AND 1000 THEN `work__number` END AS `work`,
            -- What is blank
            NULLIF(CONCAT_WS(', ',
              CASE WHEN `gain__text` IS NULL THEN 'gain' END,
              CASE WHEN `work__text` IS NULL THEN 'work' END), '') AS `missing`,
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(CONCAT_WS(', ',
              CASE WHEN `gain__number` BETWEEN 100 AND 1000 OR `gain__text` IS NULL THEN NULL ELSE 'gain' END,
              CASE WHEN `work__number` BETWEEN 100 AND 1000 OR `work__text` IS NULL THEN NULL ELSE 'work' END), '') AS `unreadable`
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = 2/3 × gain + 1/3 × (11 − work), counted in units of 1/300
            2 * `gain` + (1100 - `work`) AS `total`
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score as a whole number
            `total` AS `key_1`,
            -- What is shown: the nearest doubles
            CAST(`total` AS DOUBLE) / 300 AS `score`
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            `key_1`,
            COUNT(*) AS `items`,
            CAST(SUM(COUNT(*)) OVER (ORDER BY `key_1` DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS `rank`
          FROM scored
          WHERE `key_1` IS NOT NULL
          GROUP BY `key_1`
        )

        -- The answer: the best first, items without a rank last, with what is missing or wrong
        SELECT
          p.`rank` AS `rank`,
          p.`items` > 1 AS `tied`,
          s.`id` AS `id`,
          CASE WHEN p.`rank` IS NOT NULL THEN s.`score` END AS `score`,
          s.`missing` AS `missing`,
          CASE
            WHEN s.`unreadable` IS NOT NULL THEN 'not-a-rating: ' || s.`unreadable`
            WHEN s.`missing` IS NOT NULL THEN NULL
          END AS `problem`
        FROM scored AS s
        LEFT JOIN places AS p ON s.`key_1` = p.`key_1`
        ORDER BY p.`rank` NULLS LAST, s.`id`;
    ").exit(0);
}

#[test]
fn bigquery_gets_its_largest_numbers() {
    short("bigquery").stdout("
        -- A ranking by tenbin, for BigQuery: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model short: gain 66.7 %, work 33.3 % (weights from weights.toml)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            `id` AS `id`,
            -- gain
            NULLIF(TRIM(TRANSLATE(CAST(`gain` AS STRING), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS `gain__text`,
            -- work
            NULLIF(TRIM(TRANSLATE(CAST(`work` AS STRING), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS `work__text`
          FROM `plans`.`items`
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS (
          SELECT
            *,
            CASE
              WHEN REGEXP_CONTAINS(`gain__text`, '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$')
              THEN SAFE_CAST(`gain__text` AS BIGNUMERIC) * 100
            END AS `gain__number`,
            CASE
              WHEN REGEXP_CONTAINS(`work__text`, '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$')
              THEN SAFE_CAST(`work__text` AS BIGNUMERIC) * 100
            END AS `work__number`
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            `id`,
            -- gain: 1–10, times 100
            CASE WHEN `gain__number` BETWEEN 100 AND 1000 THEN `gain__number` END AS `gain`,
            -- work: 1–10, times 100
            CASE WHEN `work__number` BETWEEN 100 AND 1000 THEN `work__number` END AS `work`,
            -- What is blank
            NULLIF(ARRAY_TO_STRING([
              CASE WHEN `gain__text` IS NULL THEN 'gain' END,
              CASE WHEN `work__text` IS NULL THEN 'work' END], ', '), '') AS `missing`,
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(ARRAY_TO_STRING([
              CASE WHEN `gain__number` BETWEEN 100 AND 1000 OR `gain__text` IS NULL THEN NULL ELSE 'gain' END,
              CASE WHEN `work__number` BETWEEN 100 AND 1000 OR `work__text` IS NULL THEN NULL ELSE 'work' END], ', '), '') AS `unreadable`
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = 2/3 × gain + 1/3 × (11 − work), counted in units of 1/300
            2 * `gain` + (1100 - `work`) AS `total`
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score as a whole number
            `total` AS `key_1`,
            -- What is shown: the nearest doubles
            CAST(CAST(`total` AS BIGNUMERIC) / 300 AS FLOAT64) AS `score`
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            `key_1`,
            COUNT(*) AS `items`,
            CAST(SUM(COUNT(*)) OVER (ORDER BY `key_1` DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS INT64) AS `rank`
          FROM scored
          WHERE `key_1` IS NOT NULL
          GROUP BY `key_1`
        )

        -- The answer: the best first, items without a rank last, with what is missing or wrong
        SELECT
          p.`rank` AS `rank`,
          p.`items` > 1 AS `tied`,
          s.`id` AS `id`,
          CASE WHEN p.`rank` IS NOT NULL THEN s.`score` END AS `score`,
          s.`missing` AS `missing`,
          CASE
            WHEN s.`unreadable` IS NOT NULL THEN 'not-a-rating: ' || s.`unreadable`
            WHEN s.`missing` IS NOT NULL THEN NULL
          END AS `problem`
        FROM scored AS s
        LEFT JOIN places AS p ON s.`key_1` = p.`key_1`
        ORDER BY p.`rank` NULLS LAST, s.`id`;
    ").exit(0);
}

#[test]
fn snowflake_gets_names_in_upper_case() {
    short("snowflake").stdout(r#"
        -- A ranking by tenbin, for Snowflake: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model short: gain 66.7 %, work 33.3 % (weights from weights.toml)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            "ID" AS "id",
            -- gain
            NULLIF(TRIM(TRANSLATE(CAST("GAIN" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "gain__text",
            -- work
            NULLIF(TRIM(TRANSLATE(CAST("WORK" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "work__text"
          FROM "PLANS"."ITEMS"
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS (
          SELECT
            *,
            CASE
              WHEN REGEXP_LIKE("gain__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("gain__text" AS NUMBER(17, 2)) * 100 AS NUMBER(38, 0))
            END AS "gain__number",
            CASE
              WHEN REGEXP_LIKE("work__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("work__text" AS NUMBER(17, 2)) * 100 AS NUMBER(38, 0))
            END AS "work__number"
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            "id",
            -- gain: 1–10, times 100
            CASE WHEN "gain__number" BETWEEN 100 AND 1000 THEN "gain__number" END AS "gain",
            -- work: 1–10, times 100
            CASE WHEN "work__number" BETWEEN 100 AND 1000 THEN "work__number" END AS "work",
            -- What is blank
            NULLIF(ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT(
              CASE WHEN "gain__text" IS NULL THEN 'gain' END,
              CASE WHEN "work__text" IS NULL THEN 'work' END), ', '), '') AS "missing",
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT(
              CASE WHEN "gain__number" BETWEEN 100 AND 1000 OR "gain__text" IS NULL THEN NULL ELSE 'gain' END,
              CASE WHEN "work__number" BETWEEN 100 AND 1000 OR "work__text" IS NULL THEN NULL ELSE 'work' END), ', '), '') AS "unreadable"
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = 2/3 × gain + 1/3 × (11 − work), counted in units of 1/300
            2 * "gain" + (1100 - "work") AS "total"
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score as a whole number
            "total" AS "key_1",
            -- What is shown: the nearest doubles
            CAST("total" AS DOUBLE) / 300 AS "score"
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            "key_1",
            COUNT(*) AS "items",
            CAST(SUM(COUNT(*)) OVER (ORDER BY "key_1" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS "rank"
          FROM scored
          WHERE "key_1" IS NOT NULL
          GROUP BY "key_1"
        )

        -- The answer: the best first, items without a rank last, with what is missing or wrong
        SELECT
          p."rank" AS "rank",
          p."items" > 1 AS "tied",
          s."id" AS "id",
          CASE WHEN p."rank" IS NOT NULL THEN s."score" END AS "score",
          s."missing" AS "missing",
          CASE
            WHEN s."unreadable" IS NOT NULL THEN 'not-a-rating: ' || s."unreadable"
            WHEN s."missing" IS NOT NULL THEN NULL
          END AS "problem"
        FROM scored AS s
        LEFT JOIN places AS p ON s."key_1" = p."key_1"
        ORDER BY p."rank" NULLS LAST, s."id";
    "#).exit(0);
}

#[test]
fn a_quotient_is_compared_by_its_digits() {
    sql("duckdb").args(["-m", "rice", "--top", "3"]).stdout(r#"
        -- A ranking by tenbin, for DuckDB: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
        -- Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
        -- Exact: scores are compared as whole numbers, and tie only where they are equal
        -- Whole numbers of DuckDB have 38 digits: an item that needs more gets no rank, and its problem says too-large
        -- The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
        WITH
        -- The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
        cells AS (
          SELECT
            "id" AS "id",
            -- Reach
            NULLIF(TRIM(TRANSLATE(CAST("reach" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "reach__text",
            -- Impact
            NULLIF(TRIM(TRANSLATE(CAST("impact" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "impact__text",
            -- Confidence
            NULLIF(TRIM(TRANSLATE(CAST("confidence" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "confidence__text",
            -- Effort
            NULLIF(TRIM(TRANSLATE(CAST("effort" AS VARCHAR), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "effort__text"
          FROM "plans"."items"
        ),

        -- Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
        numbers AS (
          SELECT
            *,
            CASE
              WHEN REGEXP_FULL_MATCH("reach__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("reach__text" AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END AS "reach__number",
            COALESCE(CASE LOWER(TRANSLATE("impact__text", '〇◯〜 _-', '○○~'))
              WHEN 'massive' THEN 300
              WHEN 'high' THEN 200
              WHEN 'medium' THEN 100
              WHEN 'low' THEN 50
              WHEN 'minimal' THEN 25
            END, CASE
              WHEN REGEXP_FULL_MATCH("impact__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("impact__text" AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END) AS "impact__number",
            COALESCE(CASE LOWER(TRANSLATE("confidence__text", '〇◯〜 _-', '○○~'))
              WHEN 'high' THEN 10000
              WHEN 'medium' THEN 8000
              WHEN 'low' THEN 5000
            END, CASE
              WHEN REGEXP_FULL_MATCH("confidence__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,4}0*)?')
              THEN CAST(TRY_CAST("confidence__text" AS DECIMAL(19, 4)) * 10000 AS HUGEINT)
              WHEN REGEXP_FULL_MATCH("confidence__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)? *%')
              THEN CAST(TRY_CAST(TRIM(REPLACE("confidence__text", '%', '')) AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END) AS "confidence__number",
            CASE
              WHEN REGEXP_FULL_MATCH("effort__text", '[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?')
              THEN CAST(TRY_CAST("effort__text" AS DECIMAL(17, 2)) * 100 AS HUGEINT)
            END AS "effort__number"
          FROM cells
        ),

        -- A rating is what lies on its scale: an item with anything else gets no rank
        ratings AS (
          SELECT
            "id",
            -- Reach: ≥ 0, times 100
            CASE WHEN "reach__number" >= 0 THEN "reach__number" END AS "reach",
            -- Impact: ≥ 0, times 100
            CASE WHEN "impact__number" >= 0 THEN "impact__number" END AS "impact",
            -- Confidence: ≥ 0, times 10000
            CASE WHEN "confidence__number" >= 0 THEN "confidence__number" END AS "confidence",
            -- Effort: ≥ 0, times 100
            CASE WHEN "effort__number" >= 0 THEN "effort__number" END AS "effort",
            -- What is blank
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "reach__text" IS NULL THEN 'reach' END,
              CASE WHEN "impact__text" IS NULL THEN 'impact' END,
              CASE WHEN "confidence__text" IS NULL THEN 'confidence' END,
              CASE WHEN "effort__text" IS NULL THEN 'effort' END), '') AS "missing",
            -- What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "reach__number" >= 0 OR "reach__text" IS NULL THEN NULL ELSE 'reach' END,
              CASE WHEN "impact__number" >= 0 OR "impact__text" IS NULL THEN NULL ELSE 'impact' END,
              CASE WHEN "confidence__number" >= 0 OR "confidence__text" IS NULL THEN NULL ELSE 'confidence' END,
              CASE WHEN "effort__number" >= 0 OR "effort__text" IS NULL THEN NULL ELSE 'effort' END), '') AS "unreadable"
          FROM numbers
        ),

        -- The whole, of which the score is made
        totals AS (
          SELECT
            *,
            -- Score = Reach × Impact × Confidence × 1 ÷ Effort, counted in units of 1/1000000 over the divisor
            CASE WHEN CAST("reach" AS DOUBLE) * CAST("impact" AS DOUBLE) * CAST("confidence" AS DOUBLE) < 1e37 THEN "reach" * "impact" * "confidence" END AS "total",
            NULLIF("effort", 0) AS "total__divisor"
          FROM ratings
        ),

        -- What is compared, and what is shown
        scored AS (
          SELECT
            *,
            -- The score's digits by long division: its whole part, then twice 18 digits, with divisors up to 10^18, two quotients with the same ones are equal, because a/b and c/d are at least 1/bd apart
            ("total" - "total" % "total__divisor") // "total__divisor" AS "key_1",
            ((("total" % "total__divisor") * 1000000000000000000) - (("total" % "total__divisor") * 1000000000000000000) % "total__divisor") // "total__divisor" AS "key_2",
            ((((("total" % "total__divisor") * 1000000000000000000) % "total__divisor") * 1000000000000000000) - (((("total" % "total__divisor") * 1000000000000000000) % "total__divisor") * 1000000000000000000) % "total__divisor") // "total__divisor" AS "key_3",
            -- What is shown: the nearest doubles
            CAST("total" AS DOUBLE) / (CAST("total__divisor" AS DOUBLE) * 1000000) AS "score",
            -- What should divide and is nought
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "effort" = 0 THEN 'effort' END), '') AS "zero"
          FROM totals
        ),

        -- Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
        places AS (
          SELECT
            "key_1",
            "key_2",
            "key_3",
            COUNT(*) AS "items",
            CAST(SUM(COUNT(*)) OVER (ORDER BY "key_1" DESC, "key_2" DESC, "key_3" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS "rank"
          FROM scored
          WHERE "key_1" IS NOT NULL
          GROUP BY "key_1", "key_2", "key_3"
        )

        -- The answer: the best first, ties across the line included
        SELECT
          p."rank" AS "rank",
          p."items" > 1 AS "tied",
          s."id" AS "id",
          s."score" AS "score"
        FROM scored AS s
        JOIN places AS p ON s."key_1" = p."key_1" AND s."key_2" = p."key_2" AND s."key_3" = p."key_3"
        WHERE p."rank" <= 3
        ORDER BY p."rank" NULLS LAST, s."id";
    "#).exit(0);
}

#[test]
fn a_model_of_ones_own_has_its_words_roots_and_ties_in_japanese_too() {
    sql("postgres").file("weights.toml", OURS).args(["--lang", "ja"]).stdout(r#"
        -- tenbin が作った PostgreSQL 用の順位付け：`tenbin rank` と同じ順位、同順位、総合スコア、要素と、順位のない項目を返す
        -- モデル ours：効果 75%、実装の容易さ 25%、care 0%（重みは weights.toml）
        -- このモデルは根を使う：PostgreSQL は比較に使う12桁よりはるかに多い桁で計算するため、rank と同じ結果になる
        -- score 列は正確な総合スコアに最も近い倍精度の値かその隣の値で、順位はこれに左右されない
        WITH
        -- 表の列を文字列にする：全角数字は半角に、前後の空白は取り、空欄は NULL にする
        cells AS (
          SELECT
            "id" AS "id",
            "what" AS "title",
            -- reach
            NULLIF(TRIM(TRANSLATE(CAST("reach" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "reach__text",
            -- 深刻度
            NULLIF(TRIM(TRANSLATE(CAST("severity" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "severity__text",
            -- 実装の容易さ
            NULLIF(TRIM(TRANSLATE(CAST("Ease of use" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "ease__text",
            -- care
            NULLIF(TRIM(TRANSLATE(CAST("care" AS TEXT), '０１２３４５６７８９．％　', '0123456789.% ')), '') AS "care__text"
          FROM "plans"."items"
        ),

        -- 文字列を整数にする：言葉は一覧から、数は10の何乗かを掛けて。それ以外は NULL
        numbers AS MATERIALIZED (
          SELECT
            *,
            COALESCE(CASE LOWER(TRANSLATE("reach__text", '〇◯〜 _-', '○○~'))
              WHEN 'verywide' THEN 9125
              WHEN '◎' THEN 9000
            END, CASE
              WHEN "reach__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,3}0*)?)$'
              THEN CAST("reach__text" AS NUMERIC) * 1000
            END) AS "reach__number",
            COALESCE(CASE LOWER(TRANSLATE("severity__text", '〇◯〜 _-', '○○~'))
              WHEN '◎' THEN 900
            END, CASE
              WHEN "severity__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST("severity__text" AS NUMERIC) * 100
            END) AS "severity__number",
            COALESCE(CASE LOWER(TRANSLATE("ease__text", '〇◯〜 _-', '○○~'))
              WHEN '◎' THEN 900
            END, CASE
              WHEN "ease__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST("ease__text" AS NUMERIC) * 100
            END) AS "ease__number",
            COALESCE(CASE LOWER(TRANSLATE("care__text", '〇◯〜 _-', '○○~'))
              WHEN '◎' THEN 900
            END, CASE
              WHEN "care__text" ~ '^([+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?)$'
              THEN CAST("care__text" AS NUMERIC) * 100
            END) AS "care__number"
          FROM cells
        ),

        -- 尺度の中にあるものだけが評価になる。それ以外の値がある項目には順位が付かない
        ratings AS (
          SELECT
            "id",
            "title",
            -- reach：1–10（1000倍した整数）
            CASE WHEN "reach__number" BETWEEN 1000 AND 10000 THEN "reach__number" END AS "reach",
            -- 深刻度：1–10（100倍した整数）
            CASE WHEN "severity__number" BETWEEN 100 AND 1000 THEN "severity__number" END AS "severity",
            -- 実装の容易さ：1–10（100倍した整数）
            CASE WHEN "ease__number" BETWEEN 100 AND 1000 THEN "ease__number" END AS "ease",
            -- care：1–10（100倍した整数）
            CASE WHEN "care__number" BETWEEN 100 AND 1000 THEN "care__number" END AS "care",
            -- 空欄の評価軸
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "reach__text" IS NULL THEN 'reach' END,
              CASE WHEN "severity__text" IS NULL THEN 'severity' END,
              CASE WHEN "ease__text" IS NULL THEN 'ease' END), '') AS "missing",
            -- 値はあるが評価ではない評価軸：数でも定義された言葉でもない、尺度の外、範囲、桁が多すぎる
            NULLIF(CONCAT_WS(', ',
              CASE WHEN "reach__number" BETWEEN 1000 AND 10000 OR "reach__text" IS NULL THEN NULL ELSE 'reach' END,
              CASE WHEN "severity__number" BETWEEN 100 AND 1000 OR "severity__text" IS NULL THEN NULL ELSE 'severity' END,
              CASE WHEN "ease__number" BETWEEN 100 AND 1000 OR "ease__text" IS NULL THEN NULL ELSE 'ease' END,
              CASE WHEN "care__number" BETWEEN 100 AND 1000 OR "care__text" IS NULL THEN NULL ELSE 'care' END), '') AS "unreadable"
          FROM numbers
        ),

        -- 上の値から計算する要素
        factors_1 AS MATERIALIZED (
          SELECT
            *,
            -- 効果 = reach^(1/2) × 深刻度^(1/2)
            SQRT(ROUND("reach" * "severity", 40) / 100000) AS "worth"
          FROM ratings
        ),

        -- 総合スコアのもとになる値
        totals AS MATERIALIZED (
          SELECT
            *,
            -- 総合スコア = 3/4 × 効果 + 1/4 × 実装の容易さ
            ROUND("ease", 40) / 400 + "worth" * 3 / 4 AS "total"
          FROM factors_1
        ),

        -- 比べる値と、表示する値
        scored AS (
          SELECT
            *,
            -- 有効数字12桁に丸めた総合スコア
            CASE WHEN "total" = 0 THEN 0 WHEN ABS("total") < 1e300 THEN ROUND("total", 11 - CAST(FLOOR(LOG(ABS("total"))) AS INTEGER)) END AS "key_1",
            -- 総合スコアが等しいときに順位を決める値。空欄は最後
            COALESCE(-("care"), -1001) AS "tie_1_1",
            -- 表示する値：最も近い倍精度の数
            CAST(CASE WHEN "total" = 0 THEN 0 WHEN ABS("total") < 1e300 THEN ROUND("total", 11 - CAST(FLOOR(LOG(ABS("total"))) AS INTEGER)) END AS DOUBLE PRECISION) AS "score",
            CAST(CASE WHEN "worth" = 0 THEN 0 WHEN ABS("worth") < 1e300 THEN ROUND("worth", 11 - CAST(FLOOR(LOG(ABS("worth"))) AS INTEGER)) END AS DOUBLE PRECISION) AS "worth__value"
          FROM totals
        ),

        -- 総合スコアごとに1行：その項目数と、より高い項目の次の順位。1台の計算機で並べ替えるのは、異なる総合スコアだけ
        places AS (
          SELECT
            "key_1",
            "tie_1_1",
            COUNT(*) AS "items",
            CAST(SUM(COUNT(*)) OVER (ORDER BY "key_1" DESC, "tie_1_1" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - COUNT(*) + 1 AS BIGINT) AS "rank"
          FROM scored
          WHERE "key_1" IS NOT NULL AND "unreadable" IS NULL
          GROUP BY "key_1", "tie_1_1"
        )

        -- 結果：順位の高い順。順位のない項目は、欠けているものや誤りとともに最後に並ぶ
        SELECT
          p."rank" AS "rank",
          p."items" > 1 AS "tied",
          s."id" AS "id",
          s."title" AS "title",
          CASE WHEN p."rank" IS NOT NULL THEN s."score" END AS "score",
          CASE WHEN p."rank" IS NOT NULL THEN s."worth__value" END AS "worth",
          s."missing" AS "missing",
          CASE
            WHEN s."unreadable" IS NOT NULL THEN 'not-a-rating: ' || s."unreadable"
            WHEN s."missing" IS NOT NULL THEN NULL
            WHEN p."rank" IS NULL THEN 'too-large'
          END AS "problem"
        FROM scored AS s
        LEFT JOIN places AS p ON s."key_1" = p."key_1" AND s."tie_1_1" = p."tie_1_1" AND s."unreadable" IS NULL
        ORDER BY p."rank" NULLS LAST, s."id";
    "#).exit(0);
}

#[test]
fn what_weighs_nought_needs_no_column() {
    let out = sql("duckdb").args(["--weight", "ease=0"]).any_output().exit(0).out();
    assert!(!out.contains("ease") && out.contains("\"business_impact\""), "{out}");
}

#[test]
fn a_factor_is_a_column_unless_the_table_has_its_parts() {
    let whole = sql("duckdb").any_output().exit(0).out();
    assert!(whole.contains("CAST(\"customer_impact\" AS VARCHAR)") && !whole.contains("severity"), "{whole}");
    let parts = sql("duckdb").args(["--column", "severity=depth"]).any_output().exit(0).out();
    assert!(parts.contains("CAST(\"depth\" AS VARCHAR)"), "{parts}");
    assert!(parts.contains("CAST(\"affected_customers\" AS VARCHAR)"), "{parts}");
    let header = "ID,件名,対象顧客数,深刻度,ビジネスインパクト,市場競争力,容易さ";
    let headed = sql("postgres").args(["--header", header]).any_output().exit(0).out();
    for (column, name) in [("id", "id"), ("件名", "title")] {
        assert!(headed.contains(&format!("\"{column}\" AS \"{name}\"")), "{headed}");
    }
    assert!(headed.contains("CAST(\"深刻度\" AS TEXT)"), "{headed}");
}

#[test]
fn plain_names_are_folded_as_the_engine_does_and_quoted_ones_are_kept() {
    let out = Case::new()
        .args(["sql", "--dialect", "snowflake", "--table", "lake.\"plans.2026\".Items", "-m", "ice"])
        .args(["--column", "ease=\"Ease\"", "--column", "impact=Impact of it"])
        .any_output()
        .exit(0)
        .out();
    assert!(out.contains("FROM \"LAKE\".\"plans.2026\".\"ITEMS\""), "{out}");
    for column in ["\"Ease\"", "\"Impact of it\"", "\"CONFIDENCE\""] {
        assert!(out.contains(&format!("CAST({column} AS VARCHAR)")), "{out}");
    }
}

#[test]
fn digits_that_are_asked_for_are_kept() {
    let out = short("duckdb").args(["--decimals", "0"]).any_output().exit(0).out();
    assert!(out.contains("'[+-]?0*[0-9]{1,15}([.]0+)?'") && out.contains("BETWEEN 1 AND 10"), "{out}");
}

#[test]
fn nothing_gets_out_of_its_quotes_or_its_comment() {
    let config = "model = \"m\"\n[values]\n\"' OR 1=1 --\" = 7\n[models.m]\ncombine = \"mean\"\nof = [\"k\"]\n\
                  [criteria.k]\nlabels = { en = \"x\\n; DROP TABLE items; */\" }\n";
    let case = |dialect: &str, table: &str| {
        let case = Case::new().file("weights.toml", config).args(["sql", "--dialect", dialect, "--table", table]);
        case.args(["--column", "k=a`b\"c\\d"]).any_output().exit(0).out()
    };
    for (dialect, table, column, word) in [
        ("duckdb", "FROM \"a\"\"; DROP TABLE b; --\"", "\"a`b\"\"c\\d\"", "WHEN ''' or 1=1 --' THEN"),
        ("postgres", "FROM \"a\"\"; DROP TABLE b; --\"", "\"a`b\"\"c\\d\"", "WHEN ''' or 1=1 --' THEN"),
        ("spark", "FROM `a\"; DROP TABLE b; --`", "`a``b\"c\\d`", "WHEN '\\' or 1=1 --' THEN"),
        ("bigquery", "FROM `a\"; DROP TABLE b; --`", "`a\\`b\"c\\\\d`", "WHEN '\\' or 1=1 --' THEN"),
        ("snowflake", "FROM \"a\"\"; DROP TABLE b; --\"", "\"a`b\"\"c\\d\"", "WHEN '\\' or 1=1 --' THEN"),
    ] {
        let out = case(dialect, "\"a\"\"; DROP TABLE b; --\"");
        assert!(out.contains(table), "{dialect}: {out}");
        assert!(out.contains(column), "{dialect}: {out}");
        // A word is compared without its spaces.
        assert!(out.contains(&word.replace(" or 1=1 --", "or1=1")), "{dialect}: {out}");
        assert!(out.contains("-- x , DROP TABLE items, */: 1–10"), "{dialect}: {out}");
        assert_eq!(out.matches(';').count() - out.matches("DROP TABLE b; --").count() * 2, 1, "{dialect}: {out}");
    }
}

#[test]
fn the_query_goes_to_a_file_and_not_over_the_weights() {
    let done = short("duckdb").args(["-o", "rank.sql"]).exit(0);
    assert!(done.bytes("rank.sql").ends_with(b"s.\"id\";\n"));
    let refused = short("duckdb")
        .args(["-o", "weights.toml"])
        .stderr("error: weights.toml is a file that is being read: write to another one\n")
        .exit(2);
    assert_eq!(refused.bytes("weights.toml"), SHORT.as_bytes());
}

#[test]
fn what_is_no_dialect_no_table_or_no_number_is_refused() {
    Case::new()
        .args(["sql", "--dialect", "oracle", "--table", "t"])
        .stderr(
            "error: there is no dialect `oracle`; there are `duckdb`, `postgres`, `spark`, `bigquery`, `snowflake`\n",
        )
        .exit(2);
    Case::new().args(["sql", "--dialect", "duckdb", "--table", "a..b"]).stderr("error: `a..b` is no name of a table: parts between points, such as `plans.items`; a part with a point in it stands in double quotes\n").exit(2);
    Case::new()
        .args(["sql", "--dialect", "duckdb"])
        .stderr(
            "
        error: `--table` is missing
          examples and all options: `tenbin sql --help`
    ",
        )
        .exit(2);
    sql("duckdb").args(["--decimals", "11"]).stderr("error: --decimals takes a number from 0 to 10\n").exit(2);
    sql("duckdb").args(["--top", "0"]).stderr("error: --top takes a number from 1 up\n").exit(2);
}

#[test]
fn names_that_mean_nothing_or_two_things_are_refused() {
    sql("spark")
        .args(["--column", "ease=${env:HOME}"])
        .stderr("error: Spark SQL has no way to write the name `${env:HOME}`\n")
        .exit(2);
    sql("postgres")
        .args(["--column", "ease=Work", "--column", "business_impact=WORK"])
        .stderr("error: the column `work` would be read for both `business_impact` and `ease`\n")
        .exit(2);
    sql("duckdb").args(["--column", "eas=x"]).stderr("error: `eas` is nothing that a column can be for; there are `id`, `title`, `rater`, `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, `ease`\n").exit(2);
    sql("duckdb")
        .args(["-m", "nope"])
        .stderr(
            "
                error[unknown-model]: there is no model `nope`
                  help: choose one of these: `matrix`, `target`, `roi`, `rice`, `ice`, `wsjf`, `actions`
                1 error, no warnings
            ",
        )
        .exit(2);
}

#[test]
fn a_header_must_have_what_the_model_needs_and_the_id() {
    sql("duckdb").args(["--header", "id,customer_impact,business_impact,easee"]).stderr("
        error[missing-column]: there is no column for `market_competitiveness`
          --> --header:1:1
          help: if one of the headers means it, pass `--column market_competitiveness=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `customer_impact`, `business_impact`, `easee`
        error[misspelt-column]: there is no column for `ease`, and `easee` is nearly its name
          --> --header:1:36
          help: correct the header; if it means `ease`, `--column ease=HEADER` and `[columns]` in the weights file take it as it is
        2 errors, no warnings
    ").exit(2);
    sql("duckdb")
        .args(["--header", "customer_impact,business_impact,market_competitiveness,ease"])
        .stderr("error: the header has no column for the id; name it with `--column id=HEADER`\n")
        .exit(2);
    sql("duckdb")
        .args(["--header", ""])
        .stderr(
            "
        error[empty-file]: the file is empty
          help: write a header and a row for each item; `tenbin init` makes a file to start from
        1 error, no warnings
    ",
        )
        .exit(2);
}

#[test]
fn faults_of_the_weights_file_are_findings() {
    short("duckdb").file("weights.toml", "[weights]\nease = 1\n").stderr("
        error[partial-weights]: `customer_impact` has no weight, and others beside it do
          --> weights.toml:2:1
          help: give all of them a weight, or none: `customer_impact`, `business_impact`, `market_competitiveness`, `ease`; 0 takes one out
        error[partial-weights]: `business_impact` has no weight, and others beside it do
          --> weights.toml:2:1
        error[partial-weights]: `market_competitiveness` has no weight, and others beside it do
          --> weights.toml:2:1
        3 errors, no warnings
    ").exit(2);
}

#[test]
fn scores_that_need_more_digits_than_the_engine_has_are_told() {
    let case = |dialect: &str, decimals: &str| {
        sql(dialect).args(["-m", "target", "--decimals", decimals]).any_output().exit(0)
    };
    let told = case("duckdb", "6");
    assert!(told.err().contains("high scores can need more digits than DuckDB has"), "{}", told.err());
    assert!(told.out().contains("< 1e37 THEN") && told.out().contains("THEN 'too-large'"), "{}", told.out());
    for (dialect, decimals) in [("duckdb", "2"), ("postgres", "6")] {
        let fits = case(dialect, decimals);
        assert_eq!(fits.err(), "");
        assert!(!fits.out().contains("too-large"), "{}", fits.out());
    }
}
