using OrgManager.Access;

namespace OrgManager.Tests.Access;

/// <summary>Which columns an account hides, list by list.</summary>
public class ColumnChoiceTests
{
    [Theory]
    [InlineData("", "staff", "sex born", "staff:born,sex")]
    [InlineData("staff:born,sex", "cells", "covers", "cells:covers;staff:born,sex")]
    [InlineData("cells:covers;staff:born,sex", "staff", "", "cells:covers")]
    public void Another_choice_for_one_list_leaves_the_others(string kept, string list, string columns, string becomes)
    {
        var text = ColumnChoice.With(kept, list, columns.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(becomes, text);
        Assert.Equal(columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), ColumnChoice.Of(text, list).Order());
    }

    [Theory]
    [InlineData("staff;cells"), InlineData("a,b"), InlineData("")]
    public void A_name_that_could_be_read_as_two_is_refused(string column) =>
        Assert.Throws<ArgumentException>(() => ColumnChoice.With("", "staff", [column]));
}
