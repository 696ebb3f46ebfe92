using Microsoft.SqlServer.TransactSql.ScriptDom;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>The query that is shipped.</summary>
public sealed class QueryTests
{
    /// <summary>The columns that public programs are known to use.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["gobject"] = ["gobject_id", "template_definition_id", "hosted_by_gobject_id", "deployed_package_id", "tag_name", "is_template", "software_upgrade_needed"],
        ["template_definition"] = ["original_template_tagname", "template_definition_id"],
        ["primitive_instance"] = ["gobject_id", "package_id", "execution_group"],
        ["hosted"] = ["engine_id", "gobject_id"],
    };

    [Fact]
    public async Task Is_one_select_over_known_columns_whose_result_import_reads()
    {
        var text = (await Tool.Run("query")).Output;
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.Empty(errors);
        var names = new Names();
        script.Accept(names);

        Assert.Single(names.Selects);
        Assert.All(names.Columns, column => Assert.Contains(column.Name, Known[names.Tables[column.Table]]));
        var result = ((QuerySpecification)names.Selects[0].QueryExpression).SelectElements.Cast<SelectScalarExpression>()
            .Select(element => element.ColumnName?.Value ?? ((ColumnReferenceExpression)element.Expression).MultiPartIdentifier.Identifiers[^1].Value);
        Assert.Equal(
            ExportColumn.All.Except([ExportColumn.IsTemplate]).Select(column => column.Name).Order(StringComparer.Ordinal), result.Order(StringComparer.Ordinal));
    }

    private sealed class Names : TSqlFragmentVisitor
    {
        public List<SelectStatement> Selects { get; } = [];

        public List<(string Table, string Name)> Columns { get; } = [];

        public Dictionary<string, string> Tables { get; } = [];

        public override void Visit(SelectStatement node) => Selects.Add(node);

        public override void Visit(NamedTableReference node)
        {
            var table = node.SchemaObject.BaseIdentifier.Value;
            Tables[node.Alias?.Value ?? table] = table;
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is { } name)
            {
                Columns.Add((name.Identifiers[0].Value, name.Identifiers[1].Value));
            }
        }
    }
}
