using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Dictionaries and sets, whose keys are compared as C# compares them by itself.</content>
internal sealed partial class Evaluator
{
    private DictionaryValue NewDictionary(bool isSet, IOperation operation) => new(isSet, new Equality(this, operation));

    private Value CreateDictionary(IObjectCreationOperation creation, bool isSet, Scope scope)
    {
        var dictionary = NewDictionary(isSet, creation);
        switch (Arguments(creation.Arguments, creation.Constructor!, first: null, scope).Select(cell => cell.Value!).ToArray())
        {
            case [] or [ConstantValue { Value: int }]:
                break;
            case [DictionaryValue { IsSet: false } other] when !isSet:
                foreach (var (key, value) in other.Entries)
                {
                    Add(dictionary, key, value, replace: false, creation);
                }

                break;
            case [SequenceValue items] when isSet:
                foreach (var item in ItemsOf(items, creation))
                {
                    Add(dictionary, item, ConstantValue.Null, replace: false, creation);
                }

                break;
            default:
                throw NotKnown(creation);
        }

        return Initialize(new Cell(dictionary), creation.Initializer, scope);
    }

    private DictionaryValue DictionaryOf(IEnumerable<Value> items, FunctionValue key, FunctionValue? value, IOperation operation)
    {
        var dictionary = NewDictionary(isSet: false, operation);
        foreach (var item in items)
        {
            if (!Add(dictionary, Apply(key, operation, item), value is null ? item : Apply(value, operation, item), replace: false, operation))
            {
                throw Throws(operation, "two items have the same key");
            }
        }

        return dictionary;
    }

    private bool Add(DictionaryValue dictionary, Value key, Value value, bool replace, IOperation operation)
    {
        if (key is ConstantValue { Value: null } && !dictionary.IsSet)
        {
            throw Throws(operation, "the key is null");
        }

        if (IsShared(dictionary.Born))
        {
            throw NotKnown(operation, HeldByOthers);
        }

        Spend(new Site(operation.Syntax));
        Changes(dictionary.Born);
        return dictionary.Set(key, value, replace);
    }

    private Target TargetOf(DictionaryValue dictionary, Value key, IOperation target) => new(
        () => Find(dictionary, key, target),
        value => Add(dictionary, key, value, replace: true, target),
        dictionary.Born);

    private Value Find(DictionaryValue dictionary, Value key, IOperation operation) => dictionary.Find(key) ?? throw Throws(operation, "there is no such key");

    private Value CallDictionary(IInvocationOperation call, DictionaryValue dictionary, Scope scope)
    {
        var cells = Arguments(call.Arguments, call.TargetMethod, first: call.TargetMethod.IsStatic ? dictionary : null, scope);
        var arguments = cells.Skip(call.TargetMethod.IsStatic ? 1 : 0).ToArray();
        var key = arguments.FirstOrDefault()?.Value;
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("ContainsKey" or "Contains", 1):
                return ConstantValue.Of(dictionary.Find(key!) is not null);
            case ("TryGetValue", 2) when !dictionary.IsSet:
                Set(TargetOf(arguments[1], call), dictionary.Find(key!) ?? Default(call.TargetMethod.Parameters[1].Type, call, scope));
                return ConstantValue.Of(dictionary.Find(key!) is not null);
            case ("GetValueOrDefault", 1):
                return dictionary.Find(key!) ?? Default(call.Type, call, scope);
            case ("GetValueOrDefault", 2):
                return dictionary.Find(key!) ?? arguments[1].Value!;
            case ("Add", 1) when dictionary.IsSet:
                return ConstantValue.Of(Add(dictionary, key!, ConstantValue.Null, replace: false, call));
            case ("Add", 2):
                return Add(dictionary, key!, arguments[1].Value!, replace: false, call) ? ConstantValue.Null : throw Throws(call, "the key is there already");
            case ("TryAdd", 2) when !call.TargetMethod.IsStatic:
                return ConstantValue.Of(Add(dictionary, key!, arguments[1].Value!, replace: false, call));
            case ("Remove", 1) when !call.TargetMethod.IsStatic:
                Changes(dictionary.Born);
                return IsShared(dictionary.Born) ? throw NotKnown(call, HeldByOthers) : ConstantValue.Of(dictionary.Remove(key!));
            case ("Clear", 0) when !IsShared(dictionary.Born):
                Changes(dictionary.Born);
                dictionary.Clear();
                return ConstantValue.Null;
            default:
                throw NotKnown(call);
        }
    }

    /// <summary>The items of a dictionary are run over as it is at each item.</summary>
    private IEnumerable<Value> Counted(DictionaryValue dictionary, IOperation operation)
    {
        var version = dictionary.Version;
        foreach (var item in Counted(dictionary.Items, operation))
        {
            yield return item;
            if (dictionary.Version != version)
            {
                throw Throws(operation, "the collection changes while it is run over");
            }
        }
    }
}
