-- The platforms and engines of a galaxy, as 'dotnet plan import' reads them. It only reads.
--
-- Run it in the galaxy's own database, which stands on the Galaxy Repository node and has the galaxy's name, and save the result with the
-- names of the columns:
--
--   sqlcmd -S localhost -d Plant7 -E -i topology.sql -W -s ";" -u -o site.csv
--
-- or in SQL Server Management Studio "Results to Grid", "Save Results As...", CSV, after "Include column headers when copying or saving the
-- results" was switched on (Tools, Options, Query Results, SQL Server, Results to Grid).
--
-- The vendor does not publish the tables. Used are columns that public programs use too:
--   gobject              gobject_id, template_definition_id, hosted_by_gobject_id, deployed_package_id, tag_name, is_template, software_upgrade_needed
--   template_definition  original_template_tagname; that its key is template_definition_id as in gobject is taken from the name
--   primitive_instance   gobject_id, package_id, execution_group; that group 18 holds what is historized is known of public queries only
--
-- Where the database keeps computers, redundancy partners, which engine is active, and the System Management Server is not known publicly.
-- The last columns are for that: fill them in by hand where you can. What is left empty the import guesses, and marks.
SET NOCOUNT ON;

WITH hosted (engine_id, gobject_id) AS
(
    SELECT engine.gobject_id, engine.gobject_id
    FROM gobject AS engine
    JOIN template_definition AS template ON template.template_definition_id = engine.template_definition_id
    WHERE template.original_template_tagname = '$AppEngine' AND engine.is_template = 0

    UNION ALL

    SELECT hosted.engine_id, inner_object.gobject_id
    FROM hosted
    JOIN gobject AS inner_object ON inner_object.hosted_by_gobject_id = hosted.gobject_id
    WHERE inner_object.is_template = 0
)
SELECT
    DB_NAME() AS galaxy,
    CONVERT(nvarchar(128), SERVERPROPERTY('MachineName')) AS repository_node,
    item.tag_name,
    template.original_template_tagname AS template,
    host.tag_name AS hosted_by,
    CASE WHEN item.deployed_package_id <> 0 THEN 1 ELSE 0 END AS deployed,
    CASE WHEN item.software_upgrade_needed <> 0 THEN 1 ELSE 0 END AS software_upgrade_needed,
    (SELECT COUNT(*) FROM hosted WHERE hosted.engine_id = item.gobject_id AND hosted.gobject_id <> item.gobject_id) AS hosted_objects,
    CASE WHEN EXISTS
    (
        SELECT 1
        FROM hosted
        JOIN gobject AS inner_object ON inner_object.gobject_id = hosted.gobject_id
        JOIN primitive_instance AS primitive
            ON primitive.gobject_id = inner_object.gobject_id
            AND primitive.package_id = inner_object.deployed_package_id
            AND primitive.execution_group = 18
        WHERE hosted.engine_id = item.gobject_id
    ) THEN 1 ELSE 0 END AS historized,
    CAST(NULL AS nvarchar(128)) AS node,            -- platforms: the computer's name
    CAST(NULL AS bit) AS galaxy_repository,         -- platforms: 1 for the Galaxy Repository
    CAST(NULL AS nvarchar(128)) AS sms,             -- platforms: the computer of the System Management Server that the node uses
    CAST(NULL AS nvarchar(329)) AS partner,         -- engines: tag name of the other engine of the redundant pair
    CAST(NULL AS nvarchar(7)) AS redundancy_role,   -- engines: primary or backup
    CAST(NULL AS bit) AS active                     -- engines: 1 for the engine that Platform Manager shows as active
FROM gobject AS item
JOIN template_definition AS template ON template.template_definition_id = item.template_definition_id
LEFT JOIN gobject AS host ON host.gobject_id = item.hosted_by_gobject_id
WHERE template.original_template_tagname IN ('$WinPlatform', '$AppEngine') AND item.is_template = 0
ORDER BY template.original_template_tagname DESC, item.tag_name;
