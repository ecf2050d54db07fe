using OrgManager.Web.CommandLine;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await new OrgManagerCommand(Console.In, Console.Out, Console.Error).RunAsync(args);
